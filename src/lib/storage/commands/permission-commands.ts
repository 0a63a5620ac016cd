import type { CommandDone, CommandRefusal, PermissionsCommand } from '#lib/domain/change.ts';
import { changedMeanwhile, pickFields } from '#lib/domain/expectation.ts';
import type { GroupId } from '#lib/domain/group.ts';
import { changePermissions, type GroupPermissions, type PermissionsByGroup } from '#lib/domain/permissions.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import type { CommandFrame } from './command-frame.ts';

/** "Technician Groups" has no id of its own, and null is no key. */
const TOP = 0;

/** Runs inside the transaction of `execute`, after authorization. */
export async function executePermissionsCommand(
  command: PermissionsCommand,
  { db, tree }: CommandFrame
): Promise<CommandDone | CommandRefusal> {
  const { groupId, changes } = command;
  if (groupId !== null && !tree.group(groupId)) return { code: 'unknown-group', groupId };
  const before: GroupPermissions = (await db.groupPermissions.get(groupId ?? TOP))?.permissions ?? {};
  const stale = changedMeanwhile(before, command.expected ?? {});
  if (stale) return stale;
  const after = changePermissions(before, changes);
  // A deleted group keeps its record: ids are not given again, and an undo finds it.
  if (Object.keys(after).length === 0) await db.groupPermissions.delete(groupId ?? TOP);
  else await db.groupPermissions.put({ groupId: groupId ?? TOP, permissions: after });
  const changed = Object.keys(changes);
  const undo: PermissionsCommand = {
    kind: 'set-permissions',
    groupId,
    changes: pickFields(before, changed),
    expected: pickFields(after, changed)
  };
  return { ok: true, undo, ...(groupId !== null && { groupId }) };
}

export async function readPermissions(db: MusterDatabase): Promise<PermissionsByGroup> {
  const records = await db.groupPermissions.toArray();
  return new Map<GroupId | null, GroupPermissions>(
    records.map(({ groupId, permissions }) => [groupId === TOP ? null : groupId, permissions])
  );
}
