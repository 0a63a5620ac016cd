import type { Group } from '#lib/domain/group.ts';
import type { SeatsUsed } from '#lib/domain/licenses.ts';
import type { Person, PersonId, Role } from '#lib/domain/person.ts';
import type { OrganizationSettings } from '#lib/domain/settings.ts';

/** Everything a plan depends on, read at one moment. */
export interface OrganizationFacts {
  /** Raised by every change to the organization; a commit names the one it was planned with. */
  readonly revision: number;
  readonly groups: readonly Group[];
  readonly settings: OrganizationSettings;
  readonly seatsUsed: SeatsUsed;
  /** null: nobody has this id (any more). */
  readonly actor: Person | null;
  /** domain `emailKey`s of everyone, administrators included. */
  readonly emailKeys: ReadonlySet<string>;
}

/** Who has an email already. */
export interface EmailOwner {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
  /** '' for an administrator. */
  readonly groupName: string;
}
