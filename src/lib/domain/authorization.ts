/** The one place where roles are enforced (specification: Roles). Every command and every import passes here. */
import type { CommandRefusal, OrgCommand, PermissionsCommand } from './change.ts';
import type { GroupId } from './group.ts';
import type { OrgTree } from './org-tree.ts';
import { permissionIds, type PermissionId } from './permissions.ts';
import type { Person, PersonId } from './person.ts';

/** What is asked: a command, an import into these groups, taking one back whose people are in them, or closing its notice. */
export type Asked =
  | OrgCommand
  | { readonly kind: 'import-users' | 'undo-import' | 'dismiss-import-notice'; readonly groupIds: Iterable<GroupId> }
  | { readonly kind: 'read-audit' };

/** The group a technician is in now; undefined for anyone else. */
export type GroupOfPerson = (personId: PersonId) => GroupId | undefined;
/** Where a permission is locked for a group (see `lockedAt`); undefined: it is not. */
type LockOf = (groupId: GroupId | null, permission: PermissionId) => GroupId | null | undefined;

/** null: allowed. The refusal is the same whatever the reason, but for a lock: who may not act need not learn what is there. */
export function authorize(
  actor: Person,
  asked: Asked,
  tree: OrgTree,
  groupOf: GroupOfPerson = () => undefined,
  lockOf: LockOf = () => undefined
): CommandRefusal | null {
  if (!actor.enabled) return NOT_ALLOWED;
  if (asked.kind === 'several') {
    for (const command of asked.commands) {
      const refusal = authorize(actor, command, tree, groupOf, lockOf);
      if (refusal) return refusal;
    }
    return null;
  }
  // Nobody else has a nickname.
  if (asked.kind === 'update-own-account') return actor.role === 'technician' ? null : NOT_ALLOWED;
  switch (actor.role) {
    case 'master-administrator':
      return null;
    case 'administrator': {
      const reaches = (groupId: GroupId | null | undefined): boolean =>
        groupId !== null &&
        groupId !== undefined &&
        actor.assignedGroupIds.some((assigned) => tree.isInside(groupId, assigned));
      if (!administratorMay(asked, tree, reaches, groupOf)) return NOT_ALLOWED;
      return asked.kind === 'set-permissions' ? lockedPermission(asked, lockOf) : null;
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
  asked: Exclude<Asked, { kind: 'several' | 'update-own-account' }>,
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
      return (
        reaches(tree.group(asked.groupId)?.parentId) &&
        (asked.moveContentTo === undefined || reaches(asked.moveContentTo))
      );
    case 'restore-group':
      return reaches(asked.group.parentId);
    case 'set-permissions':
      return reaches(asked.groupId) && !permissionIds.some((id) => asked.changes[id]?.locked);
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
    case 'undo-import':
    case 'dismiss-import-notice':
      return [...asked.groupIds].every(reaches);
    case 'create-administrator':
    case 'update-administrator':
    case 'delete-administrators':
    case 'restore-administrators':
    case 'assign-administrator':
    case 'unassign-administrator':
    case 'update-settings':
    case 'rename-organization':
    case 'read-audit':
      return false;
  }
}

function lockedPermission({ groupId, changes }: PermissionsCommand, lockOf: LockOf): CommandRefusal | null {
  for (const id of permissionIds) {
    const at = changes[id] === undefined ? undefined : lockOf(groupId, id);
    if (at !== undefined) return { code: 'permission-locked', groupId: at };
  }
  return null;
}
