import {
  type CommandDone,
  type CommandRefusal,
  type GroupCommand,
  isRefusal,
  type OneCommand
} from '#lib/domain/change.ts';
import { changeGroups } from '#lib/domain/group-change.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import type { PersonId } from '#lib/domain/person.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { ONLY, organizationRecord } from '#lib/storage/records.ts';
import type { CommandFrame } from './command-frame.ts';

/** Runs inside the transaction of `execute`, after authorization. */
export async function executeGroupCommand(
  command: GroupCommand,
  { db, tree }: CommandFrame
): Promise<CommandDone | CommandRefusal> {
  const organization = organizationRecord.parse(await db.organization.get(ONLY));
  const groupId = 'groupId' in command ? command.groupId : null;
  const people = groupId === null ? 0 : ((await db.groupCounts.get(groupId))?.people ?? 0);
  const assigned = command.kind === 'delete-group' ? await administratorsOf(command.groupId, db) : [];
  const change = changeGroups(tree, command, {
    nextGroupId: organization.nextGroupId,
    peopleIn: () => people,
    assignedTo: () => assigned
  });
  if (isRefusal(change)) return change;
  const { group } = change;
  if (change.kind === 'remove') {
    await db.groups.delete(group.id);
    await db.groupCounts.delete(group.id);
    await assign(group.id, assigned, false, db);
  } else {
    await db.groups.put(group);
    if (group.id >= organization.nextGroupId) await db.organization.put({ ...organization, nextGroupId: group.id + 1 });
    if (command.kind === 'restore-group') await assign(group.id, command.assignedTo, true, db);
  }
  return { ok: true, undo: change.undo, groupId: group.id };
}

/** A delete that moves what the group holds, as the commands it consists of; any other command as it is. */
export async function withContentMoved(
  command: OneCommand,
  tree: OrgTree,
  db: MusterDatabase
): Promise<readonly OneCommand[]> {
  if (command.kind !== 'delete-group' || command.moveContentTo === undefined) return [command];
  const { groupId, moveContentTo } = command;
  const personIds = await db.people.where('[groupId+sortKey]').between([groupId, ''], [groupId, []]).primaryKeys();
  return [
    ...tree.children(groupId).map(({ id }) => ({ kind: 'move-group' as const, groupId: id, parentId: moveContentTo })),
    ...(personIds.length > 0 ? [{ kind: 'move-technicians' as const, personIds, groupId: moveContentTo }] : []),
    { kind: 'delete-group', groupId }
  ];
}

async function administratorsOf(groupId: GroupId, db: MusterDatabase): Promise<PersonId[]> {
  const administrators = await db.people.where('role').equals('administrator').toArray();
  return administrators.filter((person) => person.assignedGroupIds?.includes(groupId)).map((person) => person.id);
}

async function assign(
  groupId: GroupId,
  personIds: readonly PersonId[],
  assigned: boolean,
  db: MusterDatabase
): Promise<void> {
  for (const record of await db.people.bulkGet([...personIds])) {
    // Someone may be gone or have another role by the time a group comes back.
    if (record?.role !== 'administrator') continue;
    const others = (record.assignedGroupIds ?? []).filter((id) => id !== groupId);
    await db.people.put({ ...record, assignedGroupIds: assigned ? [...others, groupId] : others });
  }
}
