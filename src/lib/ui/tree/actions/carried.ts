/** What is moved, switched or deleted together: one node of the tree, or all that are marked. Pure. */
import { authorize, type GroupOfPerson } from '#lib/domain/authorization.ts';
import type { OneCommand, OrgCommand } from '#lib/domain/change.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person, PersonId } from '#lib/domain/person.ts';
import { groupKey, personKey, type NodeKey, type TreeNode, type TreePerson } from '#lib/ui/tree/tree-nodes.ts';

export interface Carried {
  /** Each with where it was seen when it was taken up: see `moveCommand`. */
  readonly groups: readonly { readonly id: GroupId; readonly parentId: GroupId | null }[];
  readonly technicians: readonly { readonly id: PersonId; readonly groupId: GroupId }[];
  /** Master Administrators among them: they are assigned to no group. */
  readonly administrators: readonly { readonly id: PersonId; readonly isMaster: boolean }[];
}

/** As little as is needed of each, because thousands may be marked. */
export type Marked =
  | { readonly kind: 'group'; readonly id: GroupId; readonly parentId: GroupId | null }
  | { readonly kind: 'technician'; readonly id: PersonId; readonly groupId: GroupId }
  | { readonly kind: 'administrator'; readonly id: PersonId; readonly isMaster: boolean };

/** Who acts, and on which groups. */
export interface Around {
  readonly actor: Person;
  readonly tree: OrgTree;
}

const NOTHING: Carried = { groups: [], technicians: [], administrators: [] };

/** null for what only has its place: the organization, its branches, who is not read yet. */
export function markedOf(node: TreeNode): Marked | null {
  if (node.kind === 'group') return { kind: 'group', id: node.group.id, parentId: node.group.parentId };
  return node.kind === 'person' ? markedPerson(node.person) : null;
}

function markedPerson({ id, role, groupId }: TreePerson): Marked {
  return role === 'technician' && groupId !== undefined
    ? { kind: 'technician', id, groupId }
    : { kind: 'administrator', id, isMaster: role === 'master-administrator' };
}

export function keyOf(marked: Marked): NodeKey {
  return marked.kind === 'group' ? groupKey(marked.id) : personKey(marked.id);
}

export function carriedOf(marks: Iterable<Marked>): Carried {
  const groups: Carried['groups'][number][] = [];
  const technicians: Carried['technicians'][number][] = [];
  const administrators: Carried['administrators'][number][] = [];
  for (const marked of marks) {
    if (marked.kind === 'group') groups.push({ id: marked.id, parentId: marked.parentId });
    else if (marked.kind === 'technician') technicians.push({ id: marked.id, groupId: marked.groupId });
    else administrators.push({ id: marked.id, isMaster: marked.isMaster });
  }
  return { groups, technicians, administrators };
}

export function carriedNode(node: TreeNode): Carried {
  const marked = markedOf(node);
  return marked ? carriedOf([marked]) : NOTHING;
}

export function countOf({ groups, technicians, administrators }: Carried): number {
  return groups.length + technicians.length + administrators.length;
}

/** Who a technician belongs to, for `authorize`, without asking the database. */
export function placesOf(carried: Carried): GroupOfPerson {
  const places = new Map(carried.technicians.map(({ id, groupId }) => [id, groupId]));
  return (personId) => places.get(personId);
}

/** Without what lies inside another carried group: it comes along. */
function outermost({ groups, technicians, administrators }: Carried, tree: OrgTree): Carried {
  const carriedGroups = new Set(groups.map(({ id }) => id));
  const comesAlong = (groupId: GroupId): boolean => tree.ancestors(groupId).some(({ id }) => carriedGroups.has(id));
  return {
    groups: groups.filter(({ id }) => !comesAlong(id)),
    technicians: technicians.filter(({ groupId }) => !carriedGroups.has(groupId) && !comesAlong(groupId)),
    administrators
  };
}

/**
 * The command that brings all of it into a group (null: to the top, for groups alone), or assigns carried
 * administrators to it. null where that changes nothing, cannot be, or is not theirs to do: so no target is shown.
 * It is refused when somebody has moved any of it since it was taken up; 'all-the-same' moves it then, too.
 */
export function moveCommand(
  carried: Carried,
  target: GroupId | null,
  { actor, tree }: Around,
  moved: 'refuse' | 'all-the-same' = 'refuse'
): OrgCommand | null {
  const { groups, technicians, administrators } = outermost(carried, tree);
  if (administrators.some(({ isMaster }) => isMaster)) return null;
  if (administrators.length > 0 && groups.length + technicians.length > 0) return null;
  if (target === null && (technicians.length > 0 || administrators.length > 0)) return null;
  if (target !== null && (!tree.group(target) || groups.some(({ id }) => tree.isInside(target, id)))) return null;
  const commands: OneCommand[] = [];
  for (const { id, parentId } of groups) {
    if (tree.group(id)?.parentId === target) continue;
    const seen = moved === 'refuse' && { expected: { parentId } };
    commands.push({ kind: 'move-group', groupId: id, parentId: target, ...seen });
  }
  const moving = technicians.filter(({ groupId }) => groupId !== target);
  if (target !== null && moving.length > 0) {
    const seen = moved === 'refuse' && { expected: { groupIds: moving.map(({ groupId }) => groupId) } };
    commands.push({ kind: 'move-technicians', personIds: moving.map(({ id }) => id), groupId: target, ...seen });
  }
  if (target !== null) {
    for (const { id } of administrators) commands.push({ kind: 'assign-administrator', personId: id, groupId: target });
  }
  return allowed(commands, carried, { actor, tree });
}

/** The same to every rule, but with one technician of each group: so a thousand targets are soon asked about. */
export function representative(carried: Carried): Carried {
  const technicians = new Map(carried.technicians.map((technician) => [technician.groupId, technician]));
  return { ...carried, technicians: [...technicians.values()] };
}

/** Enables or disables those that are not so already, as far as is known. */
export function switchCommand(carried: Carried, enabled: boolean, around: Around): OrgCommand | null {
  const commands: OneCommand[] = [
    ...carried.groups
      .filter(({ id }) => around.tree.group(id)?.enabled !== enabled)
      .map(({ id }) => ({ kind: 'update-group' as const, groupId: id, enabled })),
    ...carried.technicians.map(({ id }) => ({
      kind: 'update-technician' as const,
      personId: id,
      changes: { enabled }
    })),
    ...carried.administrators.map(({ id }) => ({
      kind: 'update-administrator' as const,
      personId: id,
      changes: { enabled }
    }))
  ];
  return allowed(commands, carried, around);
}

/** What groups that are to be deleted hold, but for what is deleted with them. */
export interface GroupContent {
  readonly people: number;
  readonly groups: number;
}

export function contentOf(carried: Carried, tree: OrgTree, peopleIn: (groupId: GroupId) => number): GroupContent {
  const carriedGroups = new Set(carried.groups.map(({ id }) => id));
  let people = 0;
  let groups = 0;
  for (const groupId of carriedGroups) {
    people += peopleIn(groupId);
    groups += tree.children(groupId).filter(({ id }) => !carriedGroups.has(id)).length;
  }
  const leaving = carried.technicians.filter(({ groupId }) => carriedGroups.has(groupId)).length;
  return { people: people - leaving, groups };
}

/** `contentTo`: where what the groups hold goes first. Empty groups go from the bottom up, others from the top down. */
export function deleteCommand(carried: Carried, contentTo: GroupId | null, around: Around): OrgCommand | null {
  const { tree } = around;
  const commands: OneCommand[] = [];
  const personIds = carried.technicians.map(({ id }) => id);
  if (personIds.length > 0) commands.push({ kind: 'delete-technicians', personIds });
  const administrators = carried.administrators.map(({ id }) => id);
  if (administrators.length > 0) commands.push({ kind: 'delete-administrators', personIds: administrators });
  const upwards = contentTo === null ? -1 : 1;
  const groups = [...carried.groups].sort((a, b) => upwards * (tree.depth(a.id) - tree.depth(b.id)));
  for (const { id } of groups) {
    commands.push({ kind: 'delete-group', groupId: id, ...(contentTo !== null && { moveContentTo: contentTo }) });
  }
  return allowed(commands, carried, around);
}

/** Whether what the groups hold may go there before they are deleted. */
export function mayTakeContent(carried: Carried, target: GroupId, around: Around): boolean {
  if (carried.groups.some(({ id }) => around.tree.isInside(target, id))) return false;
  return deleteCommand(representative(carried), target, around) !== null;
}

function allowed(commands: readonly OneCommand[], carried: Carried, { actor, tree }: Around): OrgCommand | null {
  const [first] = commands;
  if (!first) return null;
  const command: OrgCommand = commands.length === 1 ? first : { kind: 'several', commands };
  return authorize(actor, command, tree, placesOf(carried)) === null ? command : null;
}
