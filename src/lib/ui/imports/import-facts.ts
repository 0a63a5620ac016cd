import { m } from '#i18n/messages.js';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';

/** As the person's language writes a moment. */
export function whenOf(record: ImportRecord): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(record.at);
}

export function kindOf(record: ImportRecord): string {
  return record.kind === 'agents-workbook' ? m.imports_kind_agents() : m.imports_kind_technicians();
}

/** Where its people went. */
export function destinationOf(record: ImportRecord): string {
  return record.groupName === '' ? m.imports_into_several() : m.imports_into({ group: record.groupName });
}
