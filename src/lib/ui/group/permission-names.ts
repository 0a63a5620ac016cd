import type { GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import type { EffectivePermission, PermissionId } from '#lib/domain/permissions.ts';
import { m } from '#i18n/messages.js';

export function permissionName(id: PermissionId): string {
  return {
    'allow-chat': m.permission_allow_chat(),
    'launch-remote-control': m.permission_launch_remote_control(),
    'launch-desktop-viewing': m.permission_launch_desktop_viewing(),
    'send-files': m.permission_send_files(),
    'receive-files': m.permission_receive_files(),
    'manage-files': m.permission_manage_files(),
    'send-urls': m.permission_send_urls(),
    'view-system-information': m.permission_view_system_information(),
    reboot: m.permission_reboot(),
    'record-sessions': m.permission_record_sessions(),
    'start-private-sessions': m.permission_start_private_sessions(),
    'run-scripts': m.permission_run_scripts(),
    'transfer-sessions': m.permission_transfer_sessions(),
    'share-screen-with-customer': m.permission_share_screen(),
    'deploy-calling-card': m.permission_deploy_calling_card(),
    'configure-mobile-device': m.permission_configure_mobile_device(),
    'access-unattended-computers': m.permission_access_unattended()
  }[id];
}

export const onOff = (value: boolean): string => (value ? m.permission_on() : m.permission_off());

/** "Technician Groups" stands above all of them. */
export function placeName(tree: OrgTree, from: GroupId | null): string {
  return from === null ? m.tree_groups() : (tree.group(from)?.name ?? m.group_gone({ id: from }));
}

/** Where a group's permission comes from, in words. */
export function permissionSource(permission: EffectivePermission, groupId: GroupId | null, tree: OrgTree): string {
  const { from, locked, own } = permission;
  if (from === 'default') return m.permission_from_default();
  const place = placeName(tree, from);
  if (from === groupId) return locked ? m.permission_locked_here() : m.permission_set_here();
  if (!locked) return m.permission_from({ group: place });
  return own ? m.permission_locked_over({ group: place }) : m.permission_locked_at({ group: place });
}
