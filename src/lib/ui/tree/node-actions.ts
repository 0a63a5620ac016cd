/** Which actions a node's menu has: those that make sense there and that the signed-in person may take. */
import { authorize, type Asked } from '#lib/domain/authorization.ts';
import type { Group, GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';
import type { TreeNode } from './tree-nodes.ts';

export type NodeAction = 'create-group' | 'import-users' | 'rename' | 'move' | 'enable' | 'disable' | 'delete';

export interface ActionFacts {
  readonly actor: Person;
  readonly tree: OrgTree;
  /** People in the group and below it. */
  readonly peopleInside: (group: Group) => number;
}

export function nodeActions(node: TreeNode, facts: ActionFacts): readonly NodeAction[] {
  const may = (asked: Asked): boolean => authorize(facts.actor, asked, facts.tree) === null;
  switch (node.kind) {
    case 'organization':
      return may({ kind: 'rename-organization', name: '' }) ? ['rename'] : [];
    case 'section':
      return node.section === 'technician-groups' && may({ kind: 'create-group', parentId: null, name: '' })
        ? ['create-group']
        : [];
    case 'group':
      return groupActions(node.group, facts, may);
    case 'person':
    case 'slot':
      return [];
  }
}

function groupActions(group: Group, facts: ActionFacts, may: (asked: Asked) => boolean): readonly NodeAction[] {
  const groupId = group.id;
  const actions: NodeAction[] = [];
  if (may({ kind: 'create-group', parentId: groupId, name: '' })) actions.push('create-group');
  if (may({ kind: 'import-users', groupIds: [groupId] })) actions.push('import-users');
  if (may({ kind: 'update-group', groupId })) actions.push('rename');
  if (hasMoveTarget(group, facts)) actions.push('move');
  if (may({ kind: 'update-group', groupId })) actions.push(group.enabled ? 'disable' : 'enable');
  const empty = facts.tree.children(groupId).length === 0 && facts.peopleInside(group) === 0;
  if (empty && may({ kind: 'delete-group', groupId })) actions.push('delete');
  return actions;
}

type Movers = Pick<ActionFacts, 'actor' | 'tree'>;

/** Never under itself, not where it already is. null stands for the top, under Technician Groups. */
function mayMoveTo(group: Group, parentId: GroupId | null, { actor, tree }: Movers): boolean {
  if (parentId === group.parentId || (parentId !== null && tree.isInside(parentId, group.id))) return false;
  return authorize(actor, { kind: 'move-group', groupId: group.id, parentId }, tree) === null;
}

function hasMoveTarget(group: Group, facts: Movers): boolean {
  // Who may not even move it to where it is may not take it away from there: no need to look at every other group.
  if (authorize(facts.actor, { kind: 'move-group', groupId: group.id, parentId: group.parentId }, facts.tree))
    return false;
  if (mayMoveTo(group, null, facts)) return true;
  for (const target of facts.tree.groups()) if (mayMoveTo(group, target.id, facts)) return true;
  return false;
}

export interface MoveTarget {
  /** null: directly under Technician Groups. */
  readonly group: Group | null;
  /** From the top down to the group itself. */
  readonly path: readonly string[];
}

/** Where a group may go, in the order of the tree. */
export function moveTargets(group: Group, facts: Movers): readonly MoveTarget[] {
  const targets: MoveTarget[] = [];
  if (mayMoveTo(group, null, facts)) targets.push({ group: null, path: [] });
  const walk = (parentId: GroupId | null, above: readonly string[]): void => {
    for (const child of facts.tree.children(parentId)) {
      if (child.id === group.id) continue;
      const path = [...above, child.name];
      if (mayMoveTo(group, child.id, facts)) targets.push({ group: child, path });
      walk(child.id, path);
    }
  };
  walk(null, []);
  return targets;
}
