/**
 * The trail as CSV (RFC 4180), for a spreadsheet or another program: UTF-8 with its mark, times as ISO 8601 in UTC.
 * [Note: why the trail's cells cannot be formulas] The names in it were typed by many people, and whoever exports it did
 * not: a cell that a spreadsheet program would run begins with an apostrophe.
 */
import { auditEntries, type AuditEntry, type AuditFilter } from '#lib/storage/audit-trail.ts';
import { m } from '#i18n/messages.js';
import { auditKindName } from './audit-kinds.ts';
import { detailWords, subjectWords } from './audit-words.ts';

const MARK = '\ufeff';

export async function auditFile(filter: AuditFilter): Promise<Blob> {
  const parts = [MARK + line([m.audit_when(), m.audit_who(), m.audit_what(), m.audit_whom(), m.audit_details()])];
  for await (const entries of auditEntries(filter)) {
    parts.push(entries.map((entry) => line(cellsOf(entry))).join(''));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

function cellsOf(entry: AuditEntry): readonly string[] {
  const time = new Date(entry.at).toISOString();
  return [time, entry.actorName, auditKindName(entry.what), subjectWords(entry), detailWords(entry)];
}

/** One record with its line end. */
export function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
