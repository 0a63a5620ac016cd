import { withoutPasswords } from '#lib/import/password-columns.ts';
import type { ResultRequest, ResultRow, ResultSource } from './result-file.ts';

/** A row's cells as the result shows them. An empty password stays empty: its row says that it is missing, or nothing changed. */
export function maskedCells(
  row: ResultRow,
  { sheet, hasPasswords }: Pick<ResultSource, 'sheet' | 'hasPasswords'>,
  { maskPasswords }: Pick<ResultRequest, 'maskPasswords'>,
  mask: string
): readonly string[] {
  if (hasPasswords) return maskPasswords ? withoutPasswords(row.cells, sheet.passwordColumns, mask) : row.cells;
  const [own] = sheet.passwordColumns;
  return row.cells.map((text, at) => (at === own && !passwordIsMissing(row) ? mask : text));
}

function passwordIsMissing({ outcome }: ResultRow): boolean {
  if (outcome.kind === 'updated') return !outcome.changes.some(({ column }) => column === 'password');
  if (outcome.kind === 'unchanged') return true;
  if (outcome.kind !== 'failed') return false;
  return outcome.problems.some(({ field, code }) => field === 'password' && code === 'missing-value');
}

/** What stands above the header, as it was. */
export function aboveHeader(
  { sheet, hasPasswords }: ResultSource,
  { maskPasswords }: ResultRequest,
  mask: string
): readonly (readonly string[])[] {
  const { aboveHeader: rows = [], passwordColumns } = sheet;
  return hasPasswords && maskPasswords ? rows.map((cells) => withoutPasswords(cells, passwordColumns, mask)) : rows;
}
