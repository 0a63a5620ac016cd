import type { SheetInfo } from '#lib/spreadsheet/spreadsheet.ts';
import { exactMatching } from '#lib/import/headers.ts';
import type { ImportKind } from '#lib/import/kinds.ts';
import type { ReadFailure, SheetChoice } from '#lib/import/road.ts';

/**
 * The sheet to read, by its place in the workbook: the one that was asked for, else the only one with data, else the
 * only one whose first row is the kind's header (our own template has an instructions sheet). Otherwise the person
 * chooses among those with data.
 */
export function chooseSheet(
  sheets: readonly SheetInfo[],
  kind: ImportKind,
  asked: number | undefined
): number | SheetChoice | ReadFailure {
  if (asked !== undefined && sheets[asked] !== undefined) return asked;
  const withData = [...sheets.keys()].filter((place) => sheets[place]?.hasData);
  const [only, second] = withData;
  if (only === undefined) return { code: 'no-data' };
  if (second === undefined) return only;
  const ready = withData.filter((place) => exactMatching(kind, sheets[place]?.firstRow ?? []) !== null);
  const [best, another] = ready;
  return best !== undefined && another === undefined ? best : { sheets };
}
