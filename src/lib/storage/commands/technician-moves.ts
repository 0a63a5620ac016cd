/** Moving, deleting and bringing back technicians. All of it runs inside the transaction of `execute`. */
import type { CommandDone, CommandRefusal, TechnicianCommand } from '#lib/domain/change.ts';
import { SeatCounter } from '#lib/domain/licenses.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import type { PersonId, Technician } from '#lib/domain/person.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { CountChanges, seatsUsed } from '#lib/storage/group-counts.ts';
import { toPerson, toRecord } from '#lib/storage/people.ts';
import { ONLY, type PersonRecord, settingsRecord } from '#lib/storage/records.ts';
import { emailInUse } from './person-writing.ts';

type CommandOf<Kind extends TechnicianCommand['kind']> = TechnicianCommand & { readonly kind: Kind };
type Outcome = Promise<CommandDone | CommandRefusal>;

export async function moveTechnicians(
  command: CommandOf<'move-technicians'>,
  tree: OrgTree,
  db: MusterDatabase
): Outcome {
  if (!tree.group(command.groupId)) return { code: 'unknown-group', groupId: command.groupId };
  const technicians = await techniciansOf(command.personIds, db);
  if ('code' in technicians) return technicians;
  for (const [at, { person }] of technicians.entries()) {
    const seen = command.expected?.groupIds[at];
    if (seen !== undefined && seen !== person.groupId) return movedMeanwhile(person);
  }
  await replaceAll(technicians, command.groupId, db);
  const moved = placesOf(technicians).map((place) => ({ ...place, expectedGroupId: command.groupId }));
  return { ok: true, groupId: command.groupId, undo: { kind: 'restore-technicians', technicians: moved } };
}

/** What is deleted can be brought back with its password: the record goes aside, the credentials stay. */
export async function deleteTechnicians(command: CommandOf<'delete-technicians'>, db: MusterDatabase): Outcome {
  const technicians = await techniciansOf(command.personIds, db);
  if ('code' in technicians) return technicians;
  const changes = new CountChanges();
  for (const { person } of technicians) changes.remove(person.groupId, person);
  await changes.apply(db);
  const deletedAt = Date.now();
  await db.deletedPeople.bulkPut(technicians.map(({ record }) => ({ id: record.id, deletedAt, person: record })));
  await db.people.bulkDelete([...command.personIds]);
  return { ok: true, undo: { kind: 'restore-technicians', technicians: placesOf(technicians) } };
}

/** Each goes back to the group it came from, from among the deleted or from where it was moved to. */
export async function restoreTechnicians(
  command: CommandOf<'restore-technicians'>,
  tree: OrgTree,
  db: MusterDatabase
): Outcome {
  const seats = new SeatCounter(settingsRecord.parse(await db.settings.get(ONLY)), await seatsUsed(db));
  const changes = new CountChanges();
  const restored: PersonRecord[] = [];
  for (const { personId, groupId, expectedGroupId } of command.technicians) {
    if (!tree.group(groupId)) return { code: 'unknown-group', groupId };
    const present = await db.people.get(personId);
    const record = present ?? (await db.deletedPeople.get(personId))?.person;
    const person = record && toPerson(record);
    if (person?.role !== 'technician') return { code: 'unknown-person', personId };
    if (expectedGroupId !== undefined && person.groupId !== expectedGroupId) return movedMeanwhile(person);
    const after = { ...person, groupId };
    if (!present) {
      const refusal = await emailInUse(person, db);
      if (refusal) return refusal;
      const [license] = seats.take(after);
      if (license) return { code: 'no-seat', license };
    }
    changes.replace(present ? person : null, after);
    restored.push(toRecord(after, record));
  }
  await changes.apply(db);
  await db.people.bulkPut(restored);
  await db.deletedPeople.bulkDelete(restored.map(({ id }) => id));
  return { ok: true };
}

async function replaceAll(
  technicians: readonly StoredTechnician[],
  groupId: GroupId,
  db: MusterDatabase
): Promise<void> {
  const changes = new CountChanges();
  for (const { person } of technicians) changes.replace(person, { ...person, groupId });
  await changes.apply(db);
  await db.people.bulkPut(technicians.map(({ record }) => ({ ...record, groupId })));
}

interface StoredTechnician {
  readonly record: PersonRecord;
  readonly person: Technician;
}

async function techniciansOf(
  personIds: readonly PersonId[],
  db: MusterDatabase
): Promise<StoredTechnician[] | CommandRefusal> {
  const technicians: StoredTechnician[] = [];
  for (const [at, record] of (await db.people.bulkGet([...personIds])).entries()) {
    const person = record && toPerson(record);
    if (!record || person?.role !== 'technician') return { code: 'unknown-person', personId: personIds[at] ?? 0 };
    technicians.push({ record, person });
  }
  return technicians;
}

function movedMeanwhile({ groupId }: Technician): CommandRefusal {
  return { code: 'changed-meanwhile', field: 'groupId', now: { groupId } };
}

function placesOf(technicians: readonly StoredTechnician[]): { personId: PersonId; groupId: GroupId }[] {
  return technicians.map(({ person: { id, groupId } }) => ({ personId: id, groupId }));
}
