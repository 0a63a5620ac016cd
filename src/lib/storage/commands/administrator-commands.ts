import {
  type AdministratorCommand,
  type AnyAdministrator,
  changeAdministrator,
  losesLastMaster
} from '#lib/domain/administrator-change.ts';
import type { CommandDone, CommandRefusal } from '#lib/domain/change.ts';
import { changedMeanwhile, differingFields, pickFields } from '#lib/domain/expectation.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import { trimmed } from '#lib/domain/person-fields.ts';
import type { PersonId } from '#lib/domain/person.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { readPerson, toPerson } from '#lib/storage/people.ts';
import type { PersonRecord } from '#lib/storage/records.ts';
import type { CommandFrame } from './command-frame.ts';
import { emailInUse, takePersonId, writePerson } from './person-writing.ts';

type Outcome = Promise<CommandDone | CommandRefusal>;
type CommandOf<Kind extends AdministratorCommand['kind']> = AdministratorCommand & { readonly kind: Kind };

/** Runs inside the transaction of `execute`, after authorization. */
export async function executeAdministratorCommand(command: AdministratorCommand, frame: CommandFrame): Outcome {
  switch (command.kind) {
    case 'create-administrator':
      return await createAdministrator(command, frame);
    case 'update-administrator':
      return await updateAdministrator(command, frame);
    case 'delete-administrators':
      return await deleteAdministrators(command.personIds, frame.db);
    case 'restore-administrators':
      return await restoreAdministrators(command.personIds, frame);
    case 'assign-administrator':
    case 'unassign-administrator':
      return await assign(command, frame);
  }
}

async function createAdministrator(command: CommandOf<'create-administrator'>, frame: CommandFrame): Outcome {
  const { role, fields, assignedGroupIds = [], password } = command;
  const unknown = unknownGroup(assignedGroupIds, frame.tree);
  if (unknown) return unknown;
  const id = await takePersonId(frame.db);
  const blank = { id, role: 'administrator' as const, assignedGroupIds: [], ...fields };
  const person = trimmed(changeAdministrator(blank, { role, assignedGroupIds }));
  const refusal = await writePerson(null, person, { text: password, derived: frame.derived.get(command) }, frame);
  return refusal ?? { ok: true, personId: id, undo: { kind: 'delete-administrators', personIds: [id] } };
}

async function updateAdministrator(command: CommandOf<'update-administrator'>, frame: CommandFrame): Outcome {
  const { db, tree } = frame;
  const { personId, changes } = command;
  const before = await administrator(personId, db);
  if (!before) return { code: 'unknown-person', personId };
  const stale = changedMeanwhile(before, command.expected ?? {});
  if (stale) return stale;
  const assignedGroupIds = stillThere(changes.assignedGroupIds, tree);
  const after = trimmed(changeAdministrator(before, { ...changes, ...(assignedGroupIds && { assignedGroupIds }) }));
  if (losesLastMaster([before], [after], await enabledMasters(db))) return { code: 'last-master-administrator' };
  const password = { text: command.password, derived: frame.derived.get(command) };
  const refusal = await writePerson(before, after, password, frame);
  if (refusal) return refusal;
  const changed = [...new Set([...differingFields(before, after), ...differingFields(after, before)])];
  if (changed.length === 0) return { ok: true, personId };
  const isThere = (person: AnyAdministrator) => changed.filter((field) => field in person);
  const undo = {
    changes: pickFields(before, isThere(before)),
    expected: pickFields(after, isThere(after))
  };
  return { ok: true, personId, undo: { kind: 'update-administrator', personId, ...undo } };
}

/** As with technicians the record goes aside and the credentials stay, so that it can be undone. */
async function deleteAdministrators(personIds: readonly PersonId[], db: MusterDatabase): Outcome {
  const administrators: PersonRecord[] = [];
  for (const [at, record] of (await db.people.bulkGet([...personIds])).entries()) {
    if (record?.role === undefined) return { code: 'unknown-person', personId: personIds[at] ?? 0 };
    administrators.push(record);
  }
  const people = administrators.map(toPerson);
  if (losesLastMaster(people, [], await enabledMasters(db))) return { code: 'last-master-administrator' };
  const deletedAt = Date.now();
  await db.deletedPeople.bulkPut(administrators.map((person) => ({ id: person.id, deletedAt, person })));
  await db.people.bulkDelete([...personIds]);
  return { ok: true, undo: { kind: 'restore-administrators', personIds } };
}

async function restoreAdministrators(personIds: readonly PersonId[], { db, tree }: CommandFrame): Outcome {
  for (const personId of personIds) {
    const record = (await db.deletedPeople.get(personId))?.person;
    if (!record || record.role === undefined) return { code: 'unknown-person', personId };
    const refusal = await emailInUse(toPerson(record), db);
    if (refusal) return refusal;
    const assignedGroupIds = stillThere(record.assignedGroupIds, tree);
    await db.people.add({ ...record, ...(assignedGroupIds && { assignedGroupIds }) });
  }
  await db.deletedPeople.bulkDelete([...personIds]);
  return { ok: true, undo: { kind: 'delete-administrators', personIds } };
}

async function assign(
  { kind, personId, groupId }: CommandOf<'assign-administrator' | 'unassign-administrator'>,
  { db, tree }: CommandFrame
): Outcome {
  const record = await db.people.get(personId);
  if (record?.role !== 'administrator') return { code: 'unknown-person', personId };
  if (!tree.group(groupId)) return { code: 'unknown-group', groupId };
  const before = record.assignedGroupIds ?? [];
  const isAssigned = before.includes(groupId);
  if (isAssigned === (kind === 'assign-administrator')) return { ok: true, personId, groupId };
  const others = before.filter((id) => id !== groupId);
  await db.people.put({ ...record, assignedGroupIds: isAssigned ? others : [...others, groupId] });
  const undoKind = isAssigned ? 'assign-administrator' : 'unassign-administrator';
  return { ok: true, personId, groupId, undo: { kind: undoKind, personId, groupId } };
}

async function administrator(personId: PersonId, db: MusterDatabase): Promise<AnyAdministrator | null> {
  const person = readPerson(await db.people.get(personId));
  return person?.role === 'technician' ? null : person;
}

async function enabledMasters(db: MusterDatabase): Promise<number> {
  const masters = await db.people.where('role').equals('master-administrator').toArray();
  return masters.filter(({ disabled }) => !disabled).length;
}

/** Of the groups that an undo gives back one may have been deleted meanwhile. */
function stillThere(groupIds: readonly GroupId[] | undefined, tree: OrgTree): GroupId[] | undefined {
  return groupIds?.filter((groupId) => tree.group(groupId));
}

function unknownGroup(groupIds: readonly GroupId[], tree: OrgTree): CommandRefusal | null {
  const groupId = groupIds.find((id) => !tree.group(id));
  return groupId === undefined ? null : { code: 'unknown-group', groupId };
}
