import type { ColumnId } from '#lib/import/kinds.ts';
import type { RowFilter } from '#lib/import/road.ts';
import type { PreviewRow } from '#lib/worker/import-worker-api.ts';
import type { GridPlace } from './grid-keys.ts';
import { COLUMNS_BEFORE } from './grid-columns.ts';
import { isProblemCode } from './preview-filters.ts';

export type Direction = 'next' | 'previous';

/**
 * Where Tab goes from an edited cell: to the next cell that can be edited, or, while only rows with problems
 * are listed, to the next cell with such a problem. null at the list's end.
 */
export function cellAfter(
  at: GridPlace,
  direction: Direction,
  filter: RowFilter,
  columns: readonly ColumnId[],
  total: number,
  row: (index: number) => PreviewRow | undefined
): GridPlace | null {
  const step = direction === 'next' ? 1 : -1;
  const first = step > 0 ? 0 : columns.length - 1;
  let { row: index, column } = { row: at.row, column: at.column - COLUMNS_BEFORE + step };
  while (index >= 0 && index < total) {
    const shown = row(index);
    for (; column >= 0 && column < columns.length; column += step) {
      if (!shown || stopsAt(shown, columns[column], filter)) return { row: index, column: column + COLUMNS_BEFORE };
    }
    index += step;
    column = first;
  }
  return null;
}

function stopsAt(row: PreviewRow, column: ColumnId | undefined, filter: RowFilter): boolean {
  if (filter !== 'problems' && !isProblemCode(filter)) return true;
  return row.problems.some(({ field, code }) => field === column && (filter === 'problems' || code === filter));
}
