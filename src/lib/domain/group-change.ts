/** What a command does to the groups. Pure: whoever keeps the groups applies the change. */
import type { CommandRefusal, GroupCommand } from './change.ts';
import { changedMeanwhile, differingFields, pickFields } from './expectation.ts';
import type { Group, GroupId } from './group.ts';
import type { OrgTree } from './org-tree.ts';
import { characterCount, MAX_NAME_LENGTH, type PersonId } from './person.ts';

interface GroupChange {
  readonly kind: 'put' | 'remove';
  readonly group: Group;
  /** Takes everything back, while nothing else stands in the way. */
  readonly undo: GroupCommand;
}

interface GroupSurroundings {
  /** The id a new group gets: greater than every id that was ever given. */
  readonly nextGroupId: GroupId;
  /** Technicians directly in a group. */
  readonly peopleIn: (groupId: GroupId) => number;
  /** Administrators a group is assigned to. */
  readonly assignedTo: (groupId: GroupId) => readonly PersonId[];
}

/** The change a command makes, or why it makes none. Roles are `authorize`'s business. */
export function changeGroups(
  tree: OrgTree,
  command: GroupCommand,
  around: GroupSurroundings
): GroupChange | CommandRefusal {
  switch (command.kind) {
    case 'create-group': {
      const group = {
        id: around.nextGroupId,
        parentId: command.parentId,
        name: command.name.trim(),
        description: command.description?.trim() ?? '',
        enabled: true
      };
      return misplaced(tree, group) ?? { kind: 'put', group, undo: { kind: 'delete-group', groupId: group.id } };
    }
    case 'update-group':
      return updateGroup(tree, command);
    case 'move-group': {
      const before = tree.group(command.groupId);
      if (!before) return unknown(command.groupId);
      if (command.parentId !== null && tree.isInside(command.parentId, before.id))
        return { code: 'would-be-its-own-descendant' };
      const stale = changedMeanwhile(before, command.expected ?? {});
      if (stale) return stale;
      const group = { ...before, parentId: command.parentId };
      const undo: GroupCommand = {
        kind: 'move-group',
        groupId: before.id,
        parentId: before.parentId,
        expected: { parentId: group.parentId }
      };
      return misplaced(tree, group) ?? { kind: 'put', group, undo };
    }
    case 'delete-group': {
      const group = tree.group(command.groupId);
      if (!group) return unknown(command.groupId);
      const people = around.peopleIn(group.id);
      const groups = tree.children(group.id).length;
      if (people > 0 || groups > 0) return { code: 'group-not-empty', people, groups };
      return { kind: 'remove', group, undo: { kind: 'restore-group', group, assignedTo: around.assignedTo(group.id) } };
    }
    case 'restore-group': {
      const { group } = command;
      // Only what once was can come back: an id that was never given would be given again.
      if (tree.group(group.id) || group.id >= around.nextGroupId) return unknown(group.id);
      return misplaced(tree, group) ?? { kind: 'put', group, undo: { kind: 'delete-group', groupId: group.id } };
    }
  }
}

function updateGroup(tree: OrgTree, command: GroupCommand & { kind: 'update-group' }): GroupChange | CommandRefusal {
  const before = tree.group(command.groupId);
  if (!before) return unknown(command.groupId);
  const stale = changedMeanwhile(before, command.expected ?? {});
  if (stale) return stale;
  const { name = before.name, description = before.description, enabled = before.enabled } = command;
  const group = { ...before, name: name.trim(), description: description.trim(), enabled };
  const changed = differingFields(before, group);
  const undo: GroupCommand = {
    kind: 'update-group',
    groupId: group.id,
    ...pickFields(before, changed),
    expected: pickFields(group, changed)
  };
  return misplaced(tree, group) ?? { kind: 'put', group, undo };
}

function misplaced(tree: OrgTree, group: Group): CommandRefusal | null {
  if (group.parentId !== null && !tree.group(group.parentId)) return unknown(group.parentId);
  const refusal = refusedName(group.name);
  if (refusal) return refusal;
  const key = nameKey(group.name);
  const taken = tree
    .children(group.parentId)
    .some((sibling) => sibling.id !== group.id && nameKey(sibling.name) === key);
  return taken ? { code: 'name-taken', name: group.name } : null;
}

/** The rule for every name: something, and at most MAX_NAME_LENGTH characters. */
export function refusedName(name: string): CommandRefusal | null {
  if (name.trim() === '') return { code: 'name-missing' };
  const length = characterCount(name.trim());
  return length > MAX_NAME_LENGTH ? { code: 'name-too-long', length, allowed: MAX_NAME_LENGTH } : null;
}

function nameKey(name: string): string {
  return name.toLowerCase().normalize('NFC');
}

function unknown(groupId: GroupId): CommandRefusal {
  return { code: 'unknown-group', groupId };
}
