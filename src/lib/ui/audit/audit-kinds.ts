import type { AuditKind } from '#lib/storage/audit-trail.ts';
import { m } from '#i18n/messages.js';

/** What was done, as the trail calls it. */
export function auditKindName(kind: AuditKind): string {
  return {
    'create-group': m.audit_create_group(),
    'update-group': m.audit_update_group(),
    'move-group': m.audit_move_group(),
    'delete-group': m.audit_delete_group(),
    'restore-group': m.audit_restore_group(),
    'set-permissions': m.audit_set_permissions(),
    'update-settings': m.audit_update_settings(),
    'rename-organization': m.audit_rename_organization(),
    'create-technician': m.audit_create_technician(),
    'update-technician': m.audit_update_technician(),
    'update-own-account': m.audit_update_own_account(),
    'move-technicians': m.audit_move_technicians(),
    'delete-technicians': m.audit_delete_technicians(),
    'restore-technicians': m.audit_restore_technicians(),
    'create-administrator': m.audit_create_administrator(),
    'update-administrator': m.audit_update_administrator(),
    'delete-administrators': m.audit_delete_administrators(),
    'restore-administrators': m.audit_restore_administrators(),
    'assign-administrator': m.audit_assign_administrator(),
    'unassign-administrator': m.audit_unassign_administrator(),
    'set-up': m.audit_set_up(),
    'sample-created': m.audit_sample_created(),
    'sign-in': m.audit_sign_in(),
    'sign-out': m.audit_sign_out(),
    'change-own-password': m.audit_change_own_password(),
    'import-users': m.audit_import_users(),
    'undo-import': m.audit_undo_import(),
    'sealed-passwords-unreadable': m.audit_sealed_unreadable()
  }[kind];
}
