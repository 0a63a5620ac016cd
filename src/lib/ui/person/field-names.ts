import type { GroupId } from '#lib/domain/group.ts';
import { m } from '#i18n/messages.js';
import { roleName } from './role-names.ts';

/** What a person's field is called on the page. */
export function fieldName(field: string): string {
  switch (field) {
    case 'name':
      return m.person_name();
    case 'nickname':
      return m.person_nickname();
    case 'email':
      return m.person_email();
    case 'ssoId':
      return m.person_sso_id();
    case 'enabled':
      return m.person_enabled_field();
    case 'standardLicense':
      return m.person_standard();
    case 'mobileLicense':
      return m.person_mobile();
    case 'groupId':
      return m.account_group();
    case 'role':
      return m.account_role();
    default:
      return m.person_description();
  }
}

/** Its value in words. */
export function fieldWords(field: string, value: unknown, groupName: (groupId: GroupId) => string): string {
  if (typeof value === 'boolean') return value ? m.account_yes() : m.account_no();
  if (field === 'groupId' && typeof value === 'number') return groupName(value);
  if (field === 'role' && (value === 'administrator' || value === 'master-administrator')) return roleName(value);
  return typeof value === 'string' ? value : '';
}
