/** The one place where roles are enforced (specification: Roles). Every command and every import passes here. */
import type { CommandRefusal, OrgCommand } from './change.ts';
import type { GroupId } from './group.ts';
import type { OrgTree } from './org-tree.ts';
import type { Person, PersonId } from './person.ts';

/** What is asked: a command, or an import into these groups (the technicians file's own road is Master Administrators' alone). */
export type Asked = OrgCommand | { readonly kind: 'import-users'; readonly groupIds: Iterable<GroupId> };

/** The group a technician is in now; undefined for anyone else. */
export type GroupOfPerson = (personId: PersonId) => GroupId | undefined;

/** null: allowed. The refusal is the same whatever the reason: who may not act need not learn what is there. */
export function authorize(
  actor: Person,
  asked: Asked,
  tree: OrgTree,
  groupOf: GroupOfPerson = () => undefined
): CommandRefusal | null {
  if (!actor.enabled) return NOT_ALLOWED;
  switch (actor.role) {
    case 'master-administrator':
      return null;
    case 'administrator': {
      const reaches = (groupId: GroupId | null | undefined): boolean =>
        groupId !== null &&
        groupId !== undefined &&
        actor.assignedGroupIds.some((assigned) => tree.isInside(groupId, assigned));
      return administratorMay(asked, tree, reaches, groupOf) ? null : NOT_ALLOWED;
    }
    case 'technician':
      return NOT_ALLOWED;
  }
}

const NOT_ALLOWED: CommandRefusal = { code: 'not-allowed' };

/**
 * Administrators may change an assigned group but not move or delete it, only what is below it: otherwise they could
 * take away their own reach, and could not undo it.
 */
function administratorMay(
  asked: Asked,
  tree: OrgTree,
  reaches: (groupId: GroupId | null | undefined) => boolean,
  groupOf: GroupOfPerson
): boolean {
  switch (asked.kind) {
    case 'create-group':
      return reaches(asked.parentId);
    case 'update-group':
      return reaches(asked.groupId);
    case 'move-group':
      return reaches(tree.group(asked.groupId)?.parentId) && reaches(asked.parentId);
    case 'delete-group':
      return reaches(tree.group(asked.groupId)?.parentId);
    case 'restore-group':
      return reaches(asked.group.parentId);
    case 'create-technician':
      return reaches(asked.groupId);
    case 'update-technician':
      return reaches(groupOf(asked.personId));
    case 'move-technicians':
      return reaches(asked.groupId) && asked.personIds.every((personId) => reaches(groupOf(personId)));
    case 'delete-technicians':
      return asked.personIds.every((personId) => reaches(groupOf(personId)));
    case 'restore-technicians':
      return asked.technicians.every(({ personId, groupId }) => reaches(groupId) && reaches(groupOf(personId)));
    case 'import-users':
      return [...asked.groupIds].every(reaches);
    case 'update-settings':
    case 'rename-organization':
      return false;
  }
}
