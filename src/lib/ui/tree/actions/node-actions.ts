/** Which actions a node's menu has: those that make sense there and that the signed-in person may take. */
import { authorize, type Asked } from '#lib/domain/authorization.ts';
import type { Group } from '#lib/domain/group.ts';
import { mayChangePerson } from '#lib/ui/person/may-change.ts';
import { carriedNode, deleteCommand, moveCommand, switchCommand, type Around, type Carried } from './carried.ts';
import type { Section, TreeNode, TreePerson } from '#lib/ui/tree/tree-nodes.ts';

export type CreatePersonAction = 'create-technician' | 'create-administrator' | 'create-master-administrator';
export type NodeAction =
  'create-group' | CreatePersonAction | 'import-users' | 'rename' | 'move' | 'enable' | 'disable' | 'delete';

export function nodeActions(node: TreeNode, around: Around): readonly NodeAction[] {
  const may = (asked: Asked): boolean => authorize(around.actor, asked, around.tree) === null;
  switch (node.kind) {
    case 'organization':
      return may({ kind: 'rename-organization', name: '' }) ? ['rename'] : [];
    case 'section':
      return sectionActions(node.section, may);
    case 'group':
      return groupActions(node.group, around, may);
    case 'person':
      return personActions(node.person, around);
    case 'slot':
      return [];
  }
}

function sectionActions(section: Section, may: (asked: Asked) => boolean): readonly NodeAction[] {
  if (section === 'technician-groups')
    return may({ kind: 'create-group', parentId: null, name: '' }) ? ['create-group'] : [];
  const role = section === 'administrators' ? 'administrator' : 'master-administrator';
  return may({ kind: 'create-administrator', role, fields: NO_FIELDS, password: '' }) ? [`create-${role}`] : [];
}

/** Whose fields do not matter to whether they may be made. */
const NO_FIELDS = { name: '', email: '', description: '', enabled: true };

const NO_TECHNICIANS_FIELDS = { ...NO_FIELDS, nickname: '', ssoId: '', standardLicense: false, mobileLicense: false };

function personActions(person: TreePerson, around: Around): readonly NodeAction[] {
  if (!mayChangePerson(around.actor, person, around.tree)) return [];
  const actions: NodeAction[] = ['rename'];
  if (person.role === 'technician' && around.tree.size > 1 && mayCarry({ kind: 'person', person }, around))
    actions.push('move');
  return [...actions, person.enabled ? 'disable' : 'enable', 'delete'];
}

/** The actions of several nodes together. */
export function severalActions(carried: Carried, around: Around): readonly NodeAction[] {
  const actions: NodeAction[] = [];
  if (carried.administrators.length === 0 && around.tree.size > 0) actions.push('move');
  if (switchCommand(carried, true, around)) actions.push('enable');
  if (switchCommand(carried, false, around)) actions.push('disable');
  if (deleteCommand(carried, null, around)) actions.push('delete');
  return actions;
}

/** Whether it may be taken from where it is: then it can be dragged. An administrator is dragged to be assigned. */
export function mayCarry(node: TreeNode, { actor, tree }: Around): boolean {
  if (node.kind === 'group') {
    const { id, parentId } = node.group;
    return authorize(actor, { kind: 'move-group', groupId: id, parentId }, tree) === null;
  }
  if (node.kind !== 'person') return false;
  const { id, role, groupId } = node.person;
  if (role === 'administrator') return actor.role === 'master-administrator';
  if (role !== 'technician' || groupId === undefined) return false;
  return authorize(actor, { kind: 'move-technicians', personIds: [id], groupId }, tree, () => groupId) === null;
}

function groupActions(group: Group, around: Around, may: (asked: Asked) => boolean): readonly NodeAction[] {
  const groupId = group.id;
  const actions: NodeAction[] = [];
  if (may({ kind: 'create-group', parentId: groupId, name: '' })) actions.push('create-group');
  if (may({ kind: 'create-technician', groupId, fields: NO_TECHNICIANS_FIELDS, password: '' }))
    actions.push('create-technician');
  if (may({ kind: 'import-users', groupIds: [groupId] })) actions.push('import-users');
  if (may({ kind: 'update-group', groupId })) actions.push('rename');
  if (hasMoveTarget(group, around)) actions.push('move');
  if (may({ kind: 'update-group', groupId })) actions.push(group.enabled ? 'disable' : 'enable');
  if (may({ kind: 'delete-group', groupId })) actions.push('delete');
  return actions;
}

function hasMoveTarget(group: Group, around: Around): boolean {
  // Who may not even move it to where it is may not take it away from there: no need to look at every other group.
  if (!mayCarry({ kind: 'group', group }, around)) return false;
  const carried = carriedNode({ kind: 'group', group });
  if (moveCommand(carried, null, around)) return true;
  for (const target of around.tree.groups()) if (moveCommand(carried, target.id, around)) return true;
  return false;
}

/** Whether a node has a menu at all: asked for each row in sight, so without looking at other groups. */
export function hasActions(node: TreeNode, around: Around): boolean {
  switch (node.kind) {
    case 'group':
      return authorize(around.actor, { kind: 'update-group', groupId: node.group.id }, around.tree) === null;
    case 'person':
      return mayChangePerson(around.actor, node.person, around.tree);
    case 'slot':
      return false;
    default:
      return nodeActions(node, around).length > 0;
  }
}
