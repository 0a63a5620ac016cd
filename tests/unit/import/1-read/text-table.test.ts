import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextTable } from '#lib/import/1-read/text-table.ts';

const table = (): TextTable => new TextTable({ format: 'csv', sheet: 0, sheetName: '' });

describe('a table of text', () => {
  test('takes its first row as the header', () => {
    const people = table();
    people.add([
      { number: 3, cells: ['Name'] },
      { number: 7, cells: ['Ana'] }
    ]);
    expect([people.headerRowNumber, people.header, people.rowCount, people.rowNumber(0)]).toEqual([3, ['Name'], 1, 7]);
  });

  test('gives back every cell of rows of any length, over several chunks', () => {
    const rows = fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 300 }), (some, times) => {
        const many = Array.from({ length: times }, () => some).flat();
        const people = table();
        people.add([{ number: 1, cells: ['Name'] }, ...many.map((cells, at) => ({ number: at * 2 + 2, cells }))]);
        many.forEach((cells, row) => {
          expect(people.cells(row)).toEqual(cells);
          expect(people.rowNumber(row)).toBe(row * 2 + 2);
          expect(people.cell(row, cells.length)).toBe('');
          expect(people.cell(row, 0)).toBe(cells[0]);
        });
      }),
      { numRuns: 30 }
    );
  });
});
