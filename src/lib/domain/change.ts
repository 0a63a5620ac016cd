/** Every change to the organization is one of these commands. `authorization.ts` says who may, the `…-change.ts` files what follows. */
import type { AdministratorCommand } from './administrator-change.ts';
import type { FieldValue } from './expectation.ts';
import type { Group, GroupId } from './group.ts';
import type { PasswordVerdict } from './password-policy.ts';
import type { PermissionChanges } from './permissions.ts';
import type { PersonId, Technician } from './person.ts';
import type { OrganizationSettings } from './settings.ts';

export type GroupFields = Pick<Group, 'name' | 'description' | 'enabled'>;
export type TechnicianFields = Omit<Technician, 'id' | 'role' | 'groupId'>;

/**
 * `expected`, wherever it stands, is what the person saw before: the command is refused with 'changed-meanwhile' and
 * the newer values when it is no longer so.
 */
export type GroupCommand =
  | {
      readonly kind: 'create-group';
      readonly parentId: GroupId | null;
      readonly name: string;
      readonly description?: string;
    }
  | ({
      readonly kind: 'update-group';
      readonly groupId: GroupId;
      readonly expected?: Partial<GroupFields>;
    } & Partial<GroupFields>)
  | {
      readonly kind: 'move-group';
      readonly groupId: GroupId;
      readonly parentId: GroupId | null;
      readonly expected?: Pick<Group, 'parentId'>;
    }
  | {
      readonly kind: 'delete-group';
      readonly groupId: GroupId;
      /** Its technicians and the groups directly below it go there first; without it only an empty group is deleted. */
      readonly moveContentTo?: GroupId;
    }
  /** Undoes a delete. */
  | { readonly kind: 'restore-group'; readonly group: Group; readonly assignedTo: readonly PersonId[] };

export interface PermissionsCommand {
  readonly kind: 'set-permissions';
  /** null: "Technician Groups" itself, which every group at the top inherits from. */
  readonly groupId: GroupId | null;
  /** Only what changes: a setting, or null to inherit again. To lock or unlock is to set `locked`. */
  readonly changes: PermissionChanges;
  /** The group's own settings as they were seen: null for an inherited one. */
  readonly expected?: PermissionChanges;
}

export type SettingsCommand =
  | {
      readonly kind: 'update-settings';
      readonly changes: Partial<OrganizationSettings>;
      readonly expected?: Partial<OrganizationSettings>;
    }
  | { readonly kind: 'rename-organization'; readonly name: string };

export type TechnicianCommand =
  | {
      readonly kind: 'create-technician';
      readonly groupId: GroupId;
      readonly fields: TechnicianFields;
      readonly password: string;
    }
  | {
      readonly kind: 'update-technician';
      readonly personId: PersonId;
      /** Enabling and disabling is a change of `enabled`. */
      readonly changes: Partial<TechnicianFields>;
      readonly expected?: Partial<TechnicianFields>;
      readonly password?: string;
    }
  /** The one thing that technicians change of themselves, beside the password (`changeOwnPassword` of storage). */
  | {
      readonly kind: 'update-own-account';
      readonly changes: Partial<Pick<Technician, 'nickname'>>;
      readonly expected?: Partial<Pick<Technician, 'nickname'>>;
    }
  | {
      readonly kind: 'move-technicians';
      readonly personIds: readonly PersonId[];
      readonly groupId: GroupId;
      /** Where each was seen, in the order of `personIds`. */
      readonly expected?: { readonly groupIds: readonly GroupId[] };
    }
  | { readonly kind: 'delete-technicians'; readonly personIds: readonly PersonId[] }
  /** Undoes a delete or a move of several: each goes back to the group it came from. */
  | { readonly kind: 'restore-technicians'; readonly technicians: readonly RestoredTechnician[] };

interface RestoredTechnician {
  readonly personId: PersonId;
  readonly groupId: GroupId;
  /** Where the move put it: refused when it is elsewhere by now. Absent for a deleted one. */
  readonly expectedGroupId?: GroupId;
}

export type OneCommand = GroupCommand | PermissionsCommand | SettingsCommand | TechnicianCommand | AdministratorCommand;

/** Several commands as one: all are carried out, in order, or none; one undo takes all of them back. */
interface SeveralCommands {
  readonly kind: 'several';
  readonly commands: readonly OneCommand[];
}

export type OrgCommand = OneCommand | SeveralCommands;

const kinds: Readonly<Record<OrgCommand['kind'], true>> = {
  'create-group': true,
  'update-group': true,
  'move-group': true,
  'delete-group': true,
  'restore-group': true,
  'set-permissions': true,
  'update-settings': true,
  'rename-organization': true,
  'create-technician': true,
  'update-technician': true,
  'update-own-account': true,
  'move-technicians': true,
  'delete-technicians': true,
  'restore-technicians': true,
  'create-administrator': true,
  'update-administrator': true,
  'delete-administrators': true,
  'restore-administrators': true,
  'assign-administrator': true,
  'unassign-administrator': true,
  several: true
};

export const commandKinds = Object.keys(kinds) as readonly OrgCommand['kind'][];

export interface CommandDone {
  readonly ok: true;
  /** Takes it back; absent where there is nothing to take back. */
  readonly undo?: OrgCommand;
  /** The group that was made or changed. */
  readonly groupId?: GroupId;
  /** The person that was made or changed. */
  readonly personId?: PersonId;
}

/** Why a command was not carried out, in the order it is asked. Nothing is changed then. */
export type CommandRefusal =
  | { readonly code: 'not-allowed' }
  /** A Master Administrator locked the permission at this group (null: at "Technician Groups"). */
  | { readonly code: 'permission-locked'; readonly groupId: GroupId | null }
  | { readonly code: 'unknown-group'; readonly groupId: GroupId }
  | { readonly code: 'unknown-person'; readonly personId: PersonId }
  | {
      readonly code: 'changed-meanwhile';
      /** The first of those that are different now. */
      readonly field: string;
      /** What all of them are now. */
      readonly now: Readonly<Record<string, FieldValue>>;
    }
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-too-long'; readonly length: number; readonly allowed: number }
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'group-not-empty'; readonly people: number; readonly groups: number }
  | { readonly code: 'would-be-its-own-descendant' }
  | { readonly code: 'invalid-email' }
  | { readonly code: 'email-in-use'; readonly personId: PersonId; readonly personName: string }
  | { readonly code: 'password'; readonly verdict: PasswordVerdict & { readonly ok: false } }
  | { readonly code: 'no-seat'; readonly license: 'standard' | 'mobile' }
  /** Nobody could be given the role again. */
  | { readonly code: 'last-master-administrator' }
  | { readonly code: 'invalid-setting'; readonly setting: keyof OrganizationSettings }
  | { readonly code: 'storage-full' };

/** Refusals have a `code`; what was done has none. */
export function isRefusal(outcome: object | null): outcome is CommandRefusal {
  return outcome !== null && 'code' in outcome;
}
