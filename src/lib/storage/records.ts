/** What the tables hold. Fields with an ordinary value are left out of people's records: there are 100,000 of them. */
import * as z from 'zod/mini';
import type { OrgCommand } from '#lib/domain/change.ts';
import type { DerivedPassword } from '#lib/credentials/derive.ts';
import type { SealedPasswords } from '#lib/credentials/seal.ts';
import type { Group, GroupId } from '#lib/domain/group.ts';
import type { GroupPermissions } from '#lib/domain/permissions.ts';
import type { PersonId } from '#lib/domain/person.ts';
import type { OrganizationSettings } from '#lib/domain/settings.ts';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { RowOutcome } from '#lib/import/road.ts';

// The page's Content-Security-Policy has no unsafe-eval.
z.config({ jitless: true });

/** The one record of a table that has only one. */
export const ONLY = 1;

export const organizationRecord = z.object({
  id: z.literal(ONLY),
  name: z.string(),
  isSample: z.boolean(),
  createdAt: z.number(),
  /** Raised by every change: what was planned with an older one is refused. */
  revision: z.number(),
  nextGroupId: z.number(),
  /** Ids are given in ranges, so that the people of one import follow one another. */
  nextPersonId: z.number()
});
export type OrganizationRecord = z.infer<typeof organizationRecord>;

export const settingsRecord = z.object({
  id: z.literal(ONLY),
  minimumPasswordStrength: z.enum(['good', 'strong', 'excellent']),
  adminPasswordChangeForcesChange: z.boolean(),
  maximumPasswordAgeDays: z.number(),
  passwordNoticeDays: z.number(),
  standardSeats: z.nullable(z.number()),
  mobileSeats: z.nullable(z.number()),
  importRowLimit: z.number(),
  groupsOnlyToAssignedAdministrators: z.boolean()
});
export type SettingsRecord = OrganizationSettings & { readonly id: typeof ONLY };

export const personRecord = z.object({
  id: z.number(),
  emailKey: z.string(),
  name: z.string(),
  /** Absent where the email was typed like its key. */
  email: z.optional(z.string()),
  description: z.optional(z.string()),
  disabled: z.optional(z.literal(true)),
  /** Technicians have a group, administrators a role: each index holds only its own. */
  groupId: z.optional(z.number()),
  sortKey: z.optional(z.string()),
  nickname: z.optional(z.string()),
  ssoId: z.optional(z.string()),
  standard: z.optional(z.literal(true)),
  mobile: z.optional(z.literal(true)),
  role: z.optional(z.enum(['master-administrator', 'administrator'])),
  assignedGroupIds: z.optional(z.array(z.number())),
  /** `fingerprint` of what an import wrote, so that its undo knows who was changed since. */
  imported: z.optional(z.number())
});
export type PersonRecord = z.infer<typeof personRecord>;

export type GroupRecord = Group;

export interface GroupPermissionsRecord {
  /** 0 for "Technician Groups" itself. */
  readonly groupId: GroupId;
  readonly permissions: GroupPermissions;
}

/** Technicians directly in one group; `standard` and `mobile` are seats, so of enabled ones only. */
export interface GroupCounts {
  readonly groupId: GroupId;
  readonly people: number;
  readonly enabled: number;
  readonly standard: number;
  readonly mobile: number;
}

export interface CredentialsRecord extends DerivedPassword {
  readonly personId: PersonId;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  readonly mustChange: boolean;
}

export interface SealedRecord extends SealedPasswords {
  readonly sealedAt: number;
  readonly mustChange: boolean;
  /** People whose password this is no more: an undone import gave them their former one back. */
  readonly without?: readonly PersonId[];
}

export interface KeyRecord {
  readonly name: 'sealing';
  readonly key: CryptoKey;
}

export interface SignInAttemptsRecord {
  readonly emailKey: string;
  readonly failures: number;
  /** Milliseconds since 1970; before it nothing is tried. */
  readonly waitUntil: number;
}

export const sessionRecord = z.object({
  /** 'device', or a tab's own random name. */
  holder: z.string(),
  personId: z.number(),
  since: z.number()
});
export type SessionRecord = z.infer<typeof sessionRecord>;

/** `importId` is given by the database. */
export type StoredImport = Omit<ImportRecord, 'importId'> & { readonly importId?: number };

/** See [Note: rows are kept packed]. */
export interface ImportRowsRecord {
  readonly importId: number;
  /** 0-based. */
  readonly chunk: number;
  readonly numbers: Uint32Array;
  /** How many cells each row has. */
  readonly widths: Uint16Array;
  /** All cells' texts one behind another, and where each ends. */
  readonly text: string;
  readonly ends: Uint32Array;
  /** For each row 0: created as it stood in the file; 1: left out; 2: the next of `others`. */
  readonly kinds: Uint8Array;
  /** JSON: an array of RowOutcome. */
  readonly others: string;
}

/** As the first versions kept them. */
export interface LooseImportRows {
  readonly importId: number;
  readonly chunk: number;
  readonly numbers: readonly number[];
  readonly cells: readonly (readonly string[])[];
  readonly outcomes: readonly (0 | 1 | RowOutcome)[];
}

export type StoredImportRows = ImportRowsRecord | LooseImportRows;

/** Someone whom an import changed, as they were before. */
export interface FormerPerson {
  readonly before: PersonRecord;
  /** `fingerprint` of what the import made of it: its undo knows by it who was changed since. */
  readonly after: number;
  readonly setsPassword: boolean;
  /** The former password's, where the import set another and the former one was derived by then. */
  readonly credentials?: CredentialsRecord;
}

export interface ImportFormerRecord {
  readonly importId: number;
  /** 0-based. */
  readonly chunk: number;
  readonly people: readonly FormerPerson[];
  /** With the former passwords of those whose was not derived by then. */
  readonly sealed?: readonly SealedRecord[];
}

export interface ImportSourceRecord {
  readonly importId: number;
  readonly blob: Blob;
}

/** A command's kind, or what else is told. */
export type AuditKind = Exclude<OrgCommand['kind'], 'several'> | OtherAuditKind;

export const otherAuditKinds = [
  'set-up',
  'sample-created',
  'sign-in',
  'sign-out',
  'change-own-password',
  'import-users',
  'undo-import',
  'sealed-passwords-unreadable'
] as const;
type OtherAuditKind = (typeof otherAuditKinds)[number];

/** Whom or what a change was made to, as it was called then. */
export interface AuditSubject {
  readonly kind: 'group' | 'person' | 'import';
  readonly id: number;
  readonly name: string;
}

export interface AuditRecord {
  readonly id?: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actorId: PersonId;
  readonly actorName: string;
  readonly what: AuditKind;
  /** The first of them; records of the first version have none. */
  readonly subjects?: readonly AuditSubject[];
  /** The names of the fields that were changed; 'password' among them where one was set. */
  readonly changed?: readonly string[];
  /** Flat values: names, ids, counts; never a password. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** A deleted person, for a day: see `forgetDeletedPeople`. */
export interface DeletedPersonRecord {
  readonly id: PersonId;
  readonly deletedAt: number;
  readonly person: PersonRecord;
}
