import { TextTable } from '#lib/import/1-read/text-table.ts';
import { matchHeader } from '#lib/import/2-match-header/match-header.ts';
import { rowChecker, type RowRules } from '#lib/import/3-check-rows/check-rows.ts';
import { importKinds, type ImportKindId } from '#lib/import/kinds.ts';
import type { MatchedTable, RowChecker } from '#lib/import/road.ts';

/** A table as the reader gives it; the header stands in row 1. */
export function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): TextTable {
  const table = new TextTable({ format: 'xlsx', sheet: 0, sheetName: 'Agents' });
  table.add([header, ...rows].map((cells, at) => ({ number: at + 1, cells })));
  return table;
}

export function headerOf(kind: ImportKindId): string[] {
  return importKinds[kind].columns.map(({ header }) => header);
}

/** Rows under the kind's own header. */
export function matchedRows(kind: ImportKindId, rows: readonly (readonly string[])[]): MatchedTable {
  const matched = matchHeader(tableOf(headerOf(kind), rows), importKinds[kind], undefined, true);
  if ('proposed' in matched) throw new Error('The header should match');
  return matched;
}

export function checkerOf(
  kind: ImportKindId,
  rows: readonly (readonly string[])[],
  rules: Partial<RowRules> = {}
): RowChecker {
  return rowChecker(matchedRows(kind, rows), importKinds[kind], {
    minimumPasswordStrength: 'good',
    groupId: 5,
    saysDone: (result) => result === 'Created',
    ...rules
  });
}
