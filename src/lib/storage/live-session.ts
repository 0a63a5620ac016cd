/** What the frame around every page watches, apart from the other live queries: the first screen waits for this file. */
import type { PasswordState } from '#lib/domain/password-age.ts';
import type { Person, PersonId } from '#lib/domain/person.ts';
import { readPasswordState } from '#lib/storage/passwords/password-state.ts';
import { database } from './database.ts';
import { type LiveQuery, watch } from './live-query.ts';
import { readPerson } from './people.ts';
import { ONLY, organizationRecord } from './records.ts';
import { sessionPerson } from './session.ts';

export interface Organization {
  readonly name: string;
  readonly isSample: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly revision: number;
}

/** null before the organization was set up. */
export function liveOrganization(): LiveQuery<Organization | null> {
  return watch(async () => {
    const stored = await database.organization.get(ONLY);
    return stored === undefined ? null : organizationRecord.parse(stored);
  });
}

/** null: nobody has this id (any more). */
export function livePerson(personId: PersonId): LiveQuery<Person | null> {
  return watch(async () => readPerson(await database.people.get(personId)));
}

/** Who is signed in here; null: nobody, or someone who is gone or disabled. */
export function liveSession(): LiveQuery<PersonId | null> {
  return watch(() => sessionPerson());
}

/** Whether this person has to change the password before anything else, also after a reload in the middle of it, and when it ends. */
export function livePasswordState(personId: PersonId): LiveQuery<PasswordState> {
  return watch(() => readPasswordState(personId));
}
