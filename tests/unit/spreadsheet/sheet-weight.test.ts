/** A few megabytes of file that would be gigabytes of table: all formats refuse them alike. */
import { describe, expect, test } from 'vitest';
import { ItemCutter } from '#lib/spreadsheet/json/cut-items.ts';
import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { openSpreadsheet } from '#lib/spreadsheet/open-spreadsheet.ts';
import { SheetWeight } from '#lib/spreadsheet/sheet-weight.ts';
import { isFileFailure, type FileFailure, type SheetEnd } from '#lib/spreadsheet/spreadsheet.ts';

const { columns, cells } = spreadsheetLimits;
/** As many rows of the sheet's full width as are allowed. */
const FULL_ROWS = cells / columns;
const tooManyCells = { code: 'too-large', limit: 'cells', allowed: cells };

async function endOf(name: string, parts: readonly string[]): Promise<SheetEnd | FileFailure> {
  const file = await openSpreadsheet({ name, bytes: new Blob([...parts]) });
  if (isFileFailure(file)) return file;
  return file.readSheet(0, { onRows: () => undefined, onBlock: () => undefined });
}

describe('a list with more cells than a table can hold', () => {
  test('in CSV: separators in row after row', async () => {
    const row = `Ann${','.repeat(columns - 1)}\n`;
    const rows = (count: number): string[] => ['Name,Email,Note\n', ...Array.from({ length: count }, () => row)];
    expect(await endOf('x.csv', rows(FULL_ROWS))).toEqual(tooManyCells);
    expect(await endOf('x.csv', rows(FULL_ROWS - 1))).toMatchObject({ ok: true, lastRow: FULL_ROWS });
  });

  test('in JSON: the last of very many keys in item after item', async () => {
    const keys = Array.from({ length: columns }, (_, at) => `"k${at}":1`).join(',');
    const items = `,{"k${columns - 1}":1}`.repeat(FULL_ROWS);
    expect(await endOf('x.json', [`[{${keys}}`, items, ']'])).toEqual(tooManyCells);
  });

  test('in JSON whose objects are flat', () => {
    const cutter = new ItemCutter(new SheetWeight({ ...spreadsheetLimits, cells: 3 }));
    expect(() => cutter.push(new TextEncoder().encode('[{"a":1,"b":2},{"b":3}]'), true)).toThrow('"cells"');
  });
});

test.each([
  ['rows', { rows: 1 }],
  ['cells', { cells: 3 }],
  ['text', { text: 5 }]
])('rows beyond the limit of %s are refused, and not those that reach it', (limit, limits) => {
  const row = { number: 1, cells: ['Ann', '', 'x'] };
  const weight = new SheetWeight({ ...spreadsheetLimits, ...limits });
  weight.addRows([row]);
  expect(() => weight.addRows([row])).toThrow(`"${limit}"`);
});
