import { m } from '#i18n/messages.js';
import type { ColumnId } from '#lib/import/kinds.ts';
import { allOf } from './lists.ts';

/** What a column is called on the page and in sentences. Headers in files are data, not words: see kinds.ts. */
export function columnName(column: ColumnId): string {
  return names[column]();
}

/** "Name, Email and Password" */
export function columnNames(columns: readonly ColumnId[]): string {
  return allOf(columns.map(columnName));
}

const names: Readonly<Record<ColumnId, () => string>> = {
  name: m.column_name,
  nickname: m.column_nickname,
  email: m.column_email,
  ssoId: m.column_sso_id,
  description: m.column_description,
  password: m.column_password,
  enabled: m.column_enabled,
  standardLicense: m.column_standard_license,
  mobileLicense: m.column_mobile_license,
  groupId: m.column_group_id
};
