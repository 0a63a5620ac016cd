import type { GroupId } from './group.ts';
import type { OrgTree } from './org-tree.ts';
import type { Person, PersonId } from './person.ts';
import type { OrganizationSettings } from './settings.ts';

interface VisibleGroups {
  /** Shown with all that is in them. */
  readonly inside: ReadonlySet<GroupId>;
  /** Shown by name alone, because they lead to those inside. */
  readonly leadingTo: ReadonlySet<GroupId>;
}

/**
 * The groups that a person sees; null: all of them. Master Administrators see everything, Administrators too unless
 * **Show Technician Groups only to assigned Administrators** is set, technicians none (specification: Global Settings).
 */
export function visibleGroups(
  actor: Person,
  tree: OrgTree,
  settings: Pick<OrganizationSettings, 'groupsOnlyToAssignedAdministrators'>
): VisibleGroups | null {
  if (actor.role === 'master-administrator') return null;
  if (actor.role === 'administrator' && !settings.groupsOnlyToAssignedAdministrators) return null;
  const inside = new Set<GroupId>();
  const leadingTo = new Set<GroupId>();
  for (const assigned of actor.role === 'administrator' ? actor.assignedGroupIds : []) {
    for (const group of tree.inside(assigned)) inside.add(group.id);
    for (const group of tree.ancestors(assigned)) leadingTo.add(group.id);
  }
  for (const groupId of inside) leadingTo.delete(groupId);
  return { inside, leadingTo };
}

/**
 * Whether a person may look at an import with its people's names, emails and results: whoever sees its group with all
 * that is in it. An import into several groups (null) is for Master Administrators and for the one who made it.
 */
export function mayReadImport(
  actor: Person,
  { groupId, actorId }: { readonly groupId: GroupId | null; readonly actorId: PersonId },
  tree: OrgTree,
  settings: Pick<OrganizationSettings, 'groupsOnlyToAssignedAdministrators'>
): boolean {
  if (!actor.enabled || actor.role === 'technician') return false;
  if (groupId === null) return actor.role === 'master-administrator' || actor.id === actorId;
  return visibleGroups(actor, tree, settings)?.inside.has(groupId) ?? true;
}
