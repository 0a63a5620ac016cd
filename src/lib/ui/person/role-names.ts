import type { Role } from '#lib/domain/person.ts';
import { m } from '#i18n/messages.js';

export function roleName(role: Role): string {
  return {
    'master-administrator': m.account_role_master(),
    administrator: m.account_role_administrator(),
    technician: m.account_role_technician()
  }[role];
}
