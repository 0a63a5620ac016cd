/** An entry of the trail in words: whom or what it was done to, and what came of it. */
import { permissionIds } from '#lib/domain/permissions.ts';
import type { AuditEntry } from '#lib/storage/audit-trail.ts';
import { permissionName } from '#lib/ui/group/permission-names.ts';
import { roleName } from '#lib/ui/person/role-names.ts';
import { number } from '#lib/wording/lists.ts';
import { m } from '#i18n/messages.js';

/** Names read in a row before the rest is only counted. */
const NAMED = 3;

const numberIn = (entry: AuditEntry, field: string): number => Number(entry.details[field] ?? 0);
const textIn = (entry: AuditEntry, field: string): string => String(entry.details[field] ?? '');

/** "Ada, Bo and 12 more"; '' where it was done to nothing in particular. */
export function subjectWords(entry: AuditEntry): string {
  const names = entry.subjects.map(({ name, id }) => name || String(id));
  const people = numberIn(entry, 'people');
  const more = Math.max(names.length, people) - NAMED;
  if (more <= 0) return names.join(', ');
  return m.audit_and_more({ names: names.slice(0, NAMED).join(', '), count: more });
}

export function detailWords(entry: AuditEntry): string {
  switch (entry.what) {
    case 'move-group':
      return m.audit_to({ group: entry.details['parentId'] === null ? m.tree_groups() : textIn(entry, 'parentName') });
    case 'move-technicians':
      return m.audit_to({ group: textIn(entry, 'groupName') });
    case 'import-users':
      return [textIn(entry, 'groupName'), outcomeWords(entry)].filter(Boolean).join(' · ');
    case 'rename-organization':
      return m.audit_to({ group: textIn(entry, 'name') });
    case 'set-permissions':
      return permissionIds
        .filter((id) => entry.details[id] !== undefined)
        .map((id) => `${permissionName(id)}: ${settingWord(textIn(entry, id))}`)
        .join(', ');
    default:
      return entry.changed.length > 0
        ? m.audit_changed({ fields: entry.changed.map((field) => changedField(entry, field)).join(', ') })
        : '';
  }
}

/** As the import itself names its outcomes; those that none of its rows had are not named. */
function outcomeWords(entry: AuditEntry): string {
  const outcomes = [
    { label: m.import_outcome_created(), field: 'created' },
    { label: m.import_outcome_updated(), field: 'updated' },
    { label: m.import_outcome_failed(), field: 'failed' },
    { label: m.import_outcome_left_out(), field: 'leftOut' }
  ];
  return outcomes
    .filter(({ field }) => numberIn(entry, field) > 0)
    .map(({ label, field }) => `${label} ${number(numberIn(entry, field))}`)
    .join(', ');
}

/** A new role is said with what it is: nobody else keeps it. */
function changedField(entry: AuditEntry, field: string): string {
  const role = textIn(entry, 'role');
  if (field !== 'role' || (role !== 'administrator' && role !== 'master-administrator')) return fieldName(field);
  return m.audit_role({ role: roleName(role) });
}

function settingWord(stored: string): string {
  switch (stored) {
    case 'on':
      return m.audit_on();
    case 'off':
      return m.audit_off();
    case 'on locked':
      return m.audit_on_locked();
    case 'off locked':
      return m.audit_off_locked();
    default:
      return m.audit_inherited();
  }
}

/** As the panels call a field; one that is not known here keeps its own name. */
function fieldName(field: string): string {
  const names: Readonly<Record<string, () => string>> = {
    name: m.tree_person_name,
    description: m.group_description,
    enabled: m.group_status_enabled,
    nickname: m.account_nickname,
    email: m.account_email,
    ssoId: m.account_sso_id,
    standardLicense: m.group_standard,
    mobileLicense: m.group_mobile,
    password: m.setup_password,
    role: m.account_role,
    assignedGroupIds: m.account_assigned_groups,
    minimumPasswordStrength: m.settings_minimum_strength,
    adminPasswordChangeForcesChange: m.settings_admin_change,
    maximumPasswordAgeDays: m.settings_maximum_age,
    passwordNoticeDays: m.settings_notice_days,
    standardSeats: m.settings_standard_seats,
    mobileSeats: m.settings_mobile_seats,
    importRowLimit: m.settings_import_rows,
    groupsOnlyToAssignedAdministrators: m.settings_groups_only
  };
  return names[field]?.() ?? field;
}
