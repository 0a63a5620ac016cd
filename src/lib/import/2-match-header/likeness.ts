import { headerKey } from '#lib/import/headers.ts';
import type { ColumnId, ImportColumn } from '#lib/import/kinds.ts';

/** What people and other programs call these columns. Too loose to be taken for an alias, good enough to propose. */
const SYNONYMS: Readonly<Record<ColumnId, readonly string[]>> = {
  name: ['Full name', 'Display name', 'User name', 'User', 'Technician', 'Technician name', 'Agent', 'Agent name'],
  nickname: ['Nick', 'Alias', 'Screen name', 'Public name'],
  email: ['E-mail', 'E-mail address', 'Mail', 'Mail address', 'Login', 'Username'],
  ssoId: ['SSO', 'Single Sign-On', 'Federation ID', 'External ID'],
  description: ['Notes', 'Note', 'Comment', 'Comments', 'Remarks'],
  password: ['Pass', 'Passwd', 'Pwd', 'PW', 'Initial password'],
  enabled: ['Active', 'Is enabled', 'Status'],
  standardLicense: ['Standard', 'License', 'Standard Licence'],
  mobileLicense: ['Mobile', 'Mobile Licence'],
  groupId: ['Group ID', 'Group', 'Tech Group', 'Technician Group']
};

/** A header longer than this is a sentence, and like no column. */
const LONGEST_HEADER = 64;

/** How alike a header is to a column, 0 to 1: by its synonyms, else by how few letters would have to change. */
export function likeness(column: ImportColumn, header: string): number {
  const key = headerKey(header);
  if (key === '' || key.length > LONGEST_HEADER) return 0;
  if (SYNONYMS[column.id].some((synonym) => headerKey(synonym) === key)) return 0.95;
  return Math.max(...[column.header, ...column.aliases].map((name) => similarity(headerKey(name), key)));
}

function similarity(a: string, b: string): number {
  return 1 - editDistance(a, b) / Math.max(a.length, b.length);
}

/** Levenshtein's: letters to insert, drop or replace. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
