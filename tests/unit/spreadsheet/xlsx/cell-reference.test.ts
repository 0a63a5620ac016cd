import { expect, test } from 'vitest';
import { areaEnd, placeOf } from '#lib/spreadsheet/xlsx/cell-reference.ts';

test.each([
  ['AB12', 12, 28],
  ['ab12', 12, 28],
  ['$AB$12', 12, 28],
  ['C', 0, 3],
  ['7', 7, 0],
  ['', 0, 0]
])('%s names row %i and column %i', (reference, row, column) => {
  expect(placeOf(reference)).toEqual({ row, column });
});

test('an area ends with its last cell, and one cell with itself', () => {
  expect(areaEnd('$A$1:$C$9')).toEqual({ row: 9, column: 3 });
  expect(areaEnd('B4')).toEqual({ row: 4, column: 2 });
});
