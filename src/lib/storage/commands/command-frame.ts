/** What every command finds when it is carried out, inside the transaction of `execute`. */
import type { DerivedPassword } from '#lib/credentials/derive.ts';
import type { OneCommand } from '#lib/domain/change.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person, PersonId } from '#lib/domain/person.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { toPerson } from '#lib/storage/people.ts';

export interface CommandFrame {
  readonly db: MusterDatabase;
  readonly actor: Person;
  /** As the groups are before the command. */
  readonly tree: OrgTree;
  /** Those that the command names, as they are before it; the deleted ones among them too. */
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Of the commands that set a password: derived before the transaction, which would close meanwhile. */
  readonly derived: ReadonlyMap<OneCommand, DerivedPassword>;
}

/** Whom a command names, in its own order. */
export function personIdsOf(command: OneCommand, actorId: PersonId): readonly PersonId[] {
  if (command.kind === 'update-own-account') return [actorId];
  if (command.kind === 'restore-technicians') return command.technicians.map(({ personId }) => personId);
  if ('personIds' in command) return command.personIds;
  return 'personId' in command ? [command.personId] : [];
}

/** Also those who were deleted and could be brought back; who is gone for good is absent. */
export async function readPeople(
  personIds: readonly PersonId[],
  db: MusterDatabase
): Promise<ReadonlyMap<PersonId, Person>> {
  const [present, deleted] = await Promise.all([
    db.people.bulkGet([...personIds]),
    db.deletedPeople.bulkGet([...personIds])
  ]);
  const people = new Map<PersonId, Person>();
  for (const [at, personId] of personIds.entries()) {
    const record = present[at] ?? deleted[at]?.person;
    if (record) people.set(personId, toPerson(record));
  }
  return people;
}
