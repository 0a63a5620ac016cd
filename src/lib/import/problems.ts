import type { NamedGroup } from '#lib/domain/group.ts';
import type { PersonId, Role } from '#lib/domain/person.ts';
import type { PasswordStrength } from '#lib/domain/password-policy.ts';
import type { ColumnId } from './kinds.ts';

/**
 * Every problem a row can have, with what its sentence needs. `field` is the column whose cell is marked.
 * `value` is the cell's text; a password's text is in none of them (specification: Preview).
 */
export type Problem = { readonly field: ColumnId } & (
  | { readonly code: 'missing-value' }
  /** A cell that holds nothing but a spreadsheet's error value, such as #REF!; of a password `value` is ''. */
  | { readonly code: 'error-value'; readonly value: string }
  | {
      readonly code: 'invalid-email';
      readonly value: string;
      /** Absent in imports of before it was told. */ readonly reason?: InvalidEmailReason;
    }
  | {
      readonly code: 'duplicate-email';
      readonly value: string;
      /** The other rows' source row numbers, at most 20 of them. */ readonly otherRows: readonly number[];
      readonly otherRowCount: number;
      /** Someone has it already, so none of the rows can. */ readonly taken?: boolean;
    }
  | {
      readonly code: 'email-in-use';
      readonly value: string;
      readonly personId: PersonId;
      readonly personName: string;
      /** Absent in imports of before it was told. */ readonly role?: Role;
      /** '' for an administrator. */ readonly groupName: string;
    }
  /** Of a row that would update someone whom the person may not change. */
  | {
      readonly code: 'person-not-yours';
      readonly value: string;
      readonly personName: string;
      readonly groupName: string;
    }
  | { readonly code: 'too-long'; readonly length: number; readonly allowed: number }
  | { readonly code: 'password-too-short'; readonly length: number; readonly needed: number }
  | { readonly code: 'password-whitespace' }
  | {
      readonly code: 'password-too-weak';
      readonly reached: PasswordStrength | 'none';
      readonly needed: PasswordStrength;
    }
  | { readonly code: 'not-yes-no'; readonly value: string }
  | { readonly code: 'group-missing' }
  | { readonly code: 'group-not-a-number'; readonly value: string }
  | ({ readonly code: 'group-unknown'; readonly nearest?: NamedGroup } & UnfitGroup)
  | ({ readonly code: 'group-disabled' | 'group-not-yours'; readonly groupName: string } & UnfitGroup)
  | { readonly code: 'too-many-rows'; readonly allowed: number }
  | { readonly code: 'no-standard-seat'; readonly seats: number }
  | { readonly code: 'no-mobile-seat'; readonly seats: number }
  /** The cell holds what a masked result put in the password's place. */
  | { readonly code: 'password-masked' }
);

interface UnfitGroup {
  readonly value: string;
  /** No cell names it: it was chosen for the whole file. */
  readonly chosen?: true;
}

/** What the cell holds instead of one email: `mailto:a@b.c`, `Ann <a@b.c>`, `a@b.c; d@e.f`, `a@b`, or anything else. */
export type InvalidEmailReason = 'mailto' | 'display-name' | 'several' | 'no-domain-dot' | 'other';

export type ProblemCode = Problem['code'];

/** In the order in which filters name them. */
export const problemCodes = Object.keys({
  'missing-value': true,
  'error-value': true,
  'invalid-email': true,
  'duplicate-email': true,
  'email-in-use': true,
  'person-not-yours': true,
  'too-long': true,
  'password-too-short': true,
  'password-whitespace': true,
  'password-too-weak': true,
  'not-yes-no': true,
  'group-missing': true,
  'group-not-a-number': true,
  'group-unknown': true,
  'group-disabled': true,
  'group-not-yours': true,
  'too-many-rows': true,
  'no-standard-seat': true,
  'no-mobile-seat': true,
  'password-masked': true
} satisfies Record<ProblemCode, true>) as readonly ProblemCode[];
