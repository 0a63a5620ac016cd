import { expect, test } from 'vitest';
import type { ColumnId } from '#lib/import/kinds.ts';
import type { RowFilter } from '#lib/import/road.ts';
import { COLUMNS_BEFORE } from '#lib/ui/import/preview/grid-columns.ts';
import { cellAfter, type Direction } from '#lib/ui/import/preview/next-cell.ts';
import type { PreviewRow } from '#lib/worker/import-worker-api.ts';

const columns: readonly ColumnId[] = ['name', 'email', 'password'];
const row = (place: number, ...fields: readonly ColumnId[]): PreviewRow => ({
  ...{ row: place, rowNumber: place + 2, cells: [], edited: [], leftOut: false, changed: false },
  problems: fields.map((field) => ({ field, code: 'missing-value' }))
});
const rows = [row(0, 'password'), row(1), row(2, 'email')];

/** From a column's place in a row, both from 0, to where Tab leads. */
function tab(filter: RowFilter, from: readonly [number, number], direction: Direction = 'next') {
  const at = { row: from[0], column: from[1] + COLUMNS_BEFORE };
  const to = cellAfter(at, direction, filter, columns, rows.length, (index) => rows[index]);
  return to && [to.row, to.column - COLUMNS_BEFORE];
}

test('Tab goes to the next cell, and from the last one to the next row', () => {
  expect(tab('all', [0, 0])).toEqual([0, 1]);
  expect(tab('all', [0, 2])).toEqual([1, 0]);
  expect(tab('all', [1, 0], 'previous')).toEqual([0, 2]);
  expect(tab('all', [2, 2])).toBeNull();
});

test('while only rows with problems are listed it goes from problem to problem', () => {
  expect(tab('problems', [0, 0])).toEqual([0, 2]);
  expect(tab('problems', [0, 2])).toEqual([2, 1]);
  expect(tab('missing-value', [2, 1], 'previous')).toEqual([0, 2]);
});

test.each(['ready', 'updated', 'unchanged', 'left-out', 'changed'] as const)(
  'among rows that are %s, where no cell is wrong, it goes to the next cell',
  (filter) => {
    expect(tab(filter, [1, 0])).toEqual([1, 1]);
  }
);
