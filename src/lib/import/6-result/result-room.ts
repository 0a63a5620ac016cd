import { LAST_COLUMN } from '#lib/spreadsheet/annotate/cell-text.ts';
import type { MatchedTable } from '#lib/import/road.ts';

/** Whether the workbook's sheet can take a Result column. Only known when the sheet is read to its end. */
export function hasRoomForResult({ table, resultColumn }: MatchedTable): boolean {
  const isAnnotated = table.format === 'xlsx' || table.format === 'xlsm';
  return !isAnnotated || resultColumn !== null || table.lastColumn < LAST_COLUMN;
}
