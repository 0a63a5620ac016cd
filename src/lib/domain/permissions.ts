/**
 * What technicians may do in a session (specification: Group panel, Permissions). A group inherits each permission from
 * the group above it, or sets it itself.
 *
 * [Note: what a lock does] A Master Administrator may lock what a group sets. Below a lock nothing else counts: the
 * locked value holds for every group there, whatever they had set before, and Administrators can change it neither there
 * nor below. Settings below stay as they are and come to count again when the lock goes. A Master Administrator makes an
 * exception by another locked setting further down: the nearest lock wins.
 */
import type { GroupId } from './group.ts';
import type { OrgTree } from './org-tree.ts';

export const permissionIds = [
  'allow-chat',
  'launch-remote-control',
  'launch-desktop-viewing',
  'send-files',
  'receive-files',
  'manage-files',
  'send-urls',
  'view-system-information',
  'reboot',
  'record-sessions',
  'start-private-sessions',
  'run-scripts',
  'transfer-sessions',
  'share-screen-with-customer',
  'deploy-calling-card',
  'configure-mobile-device',
  'access-unattended-computers'
] as const;

export type PermissionId = (typeof permissionIds)[number];

/**
 * What holds where nobody set anything: what an ordinary session needs while the customer looks on. Files, scripts,
 * reboots and unattended access have to be given.
 */
export const defaultPermissions: Readonly<Record<PermissionId, boolean>> = {
  'allow-chat': true,
  'launch-remote-control': true,
  'launch-desktop-viewing': true,
  'send-files': false,
  'receive-files': false,
  'manage-files': false,
  'send-urls': true,
  'view-system-information': true,
  reboot: false,
  'record-sessions': false,
  'start-private-sessions': false,
  'run-scripts': false,
  'transfer-sessions': false,
  'share-screen-with-customer': false,
  'deploy-calling-card': false,
  'configure-mobile-device': false,
  'access-unattended-computers': false
};

export interface PermissionSetting {
  readonly value: boolean;
  readonly locked: boolean;
}

/** A group's own settings; what is absent is inherited. */
export type GroupPermissions = Readonly<Partial<Record<PermissionId, PermissionSetting>>>;
/** null: inherited. */
export type PermissionChanges = Readonly<Partial<Record<PermissionId, PermissionSetting | null>>>;
/** By group; null is "Technician Groups" itself. Groups that set nothing may be absent. */
export type PermissionsByGroup = ReadonlyMap<GroupId | null, GroupPermissions>;

export interface EffectivePermission {
  readonly value: boolean;
  /** Where the value comes from: 'default', or the group that sets it (null: "Technician Groups"), which may be the group itself. */
  readonly from: GroupId | null | 'default';
  readonly locked: boolean;
  /** What the group sets itself; null where it inherits. It may have no effect: see [Note: what a lock does]. */
  readonly own: PermissionSetting | null;
}

export type EffectivePermissions = Readonly<Record<PermissionId, EffectivePermission>>;

/** All permissions of a group, and so of the technicians in it; null asks for "Technician Groups" itself. */
export function effectivePermissions(
  tree: OrgTree,
  groupId: GroupId | null,
  settings: PermissionsByGroup
): EffectivePermissions {
  const upwards = wayUp(tree, groupId);
  const effective = permissionIds.map((id) => [id, effectivePermission(id, upwards, settings)] as const);
  return Object.fromEntries(effective) as unknown as EffectivePermissions;
}

function effectivePermission(
  id: PermissionId,
  upwards: readonly (GroupId | null)[],
  settings: PermissionsByGroup
): EffectivePermission {
  const own = settings.get(upwards[0] ?? null)?.[id] ?? null;
  let nearest: EffectivePermission | null = null;
  for (const from of upwards) {
    const setting = settings.get(from)?.[id];
    if (setting?.locked) return { value: setting.value, from, locked: true, own };
    if (setting && !nearest) nearest = { value: setting.value, from, locked: false, own };
  }
  return nearest ?? { value: defaultPermissions[id], from: 'default', locked: false, own };
}

/** Where a permission is locked for this group: there or above. undefined: it is not. */
export function lockedAt(
  tree: OrgTree,
  groupId: GroupId | null,
  permission: PermissionId,
  settings: PermissionsByGroup
): GroupId | null | undefined {
  return wayUp(tree, groupId).find((above) => settings.get(above)?.[permission]?.locked);
}

/** A group's own settings after a change. */
export function changePermissions(before: GroupPermissions, changes: PermissionChanges): GroupPermissions {
  const after: Partial<Record<PermissionId, PermissionSetting>> = { ...before };
  for (const id of permissionIds) {
    const change = changes[id];
    if (change === null) Reflect.deleteProperty(after, id);
    else if (change) after[id] = { value: change.value, locked: change.locked };
  }
  return after;
}

/** The group, those above it nearest first, and "Technician Groups". */
function wayUp(tree: OrgTree, groupId: GroupId | null): readonly (GroupId | null)[] {
  return groupId === null ? [null] : [groupId, ...tree.ancestors(groupId).map(({ id }) => id), null];
}
