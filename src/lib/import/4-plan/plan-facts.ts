import type { Group } from '#lib/domain/group.ts';
import type { SeatsUsed } from '#lib/domain/licenses.ts';
import type { Person, PersonId, Role } from '#lib/domain/person.ts';
import type { OrganizationSettings } from '#lib/domain/settings.ts';

/** What a plan has to know of the organization; 5-commit's OrganizationFacts has it all. */
export interface PlanFacts {
  readonly groups: readonly Group[];
  readonly settings: OrganizationSettings;
  readonly seatsUsed: SeatsUsed;
  readonly actor: Person | null;
  readonly emailKeys: ReadonlySet<string>;
}

/** Who has an email already. */
export interface Owner {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
  /** '' for an administrator. */
  readonly groupName: string;
}
