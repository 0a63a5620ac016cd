import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { rowsOf } from '#lib/spreadsheet/row-block.ts';
import type { FileFailure, RowBlock, SheetEnd, SheetRow } from '#lib/spreadsheet/spreadsheet.ts';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { textRow, workbook, type WorkbookFixture } from '../../../fixtures/workbook-builder.ts';
import { opened } from '../../../fixtures/whole-file.ts';

interface ReadBlocks {
  readonly blocks: readonly RowBlock[];
  readonly rows: readonly SheetRow[];
  readonly end: SheetEnd | FileFailure;
}

async function read(fixture: Partial<WorkbookFixture>, limits = spreadsheetLimits): Promise<ReadBlocks> {
  const file = opened(await openXlsx(workbook({ sheets: [], ...fixture }), undefined, limits));
  const blocks: RowBlock[] = [];
  const end = await file.readSheet(0, {
    onRows: () => expect.unreachable('rows come in blocks'),
    onBlock: (block) => blocks.push(block)
  });
  return { blocks, rows: blocks.flatMap((block) => rowsOf(block)), end };
}

const shared = (reference: string, index: number): string => `<c r="${reference}" t="s"><v>${index}</v></c>`;
const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;

test('rows out of order stay in the order of the file, and cells in that of the columns', async () => {
  const rows =
    `<row r="9">${inline('C9', 'c')}${shared('A9', 1)}</row>` +
    `<row r="2">${inline('B2', 'first')}${inline('B2', 'last')}<c r="D2"/></row>`;
  const { blocks, ...found } = await read({ sheets: [{ rows }], sharedStrings: ['zero', 'one'] });
  expect(found.rows).toEqual([
    { number: 9, cells: ['one', '', 'c'] },
    { number: 2, cells: ['', 'last'] }
  ]);
  expect(blocks.map(({ widest }) => widest)).toEqual([3]);
  expect([blocks[0]?.cell(0, 1), blocks[0]?.cell(1, 2), blocks[0]?.cell(2, 0)]).toEqual(['', '', '']);
});

test('shared strings without text are no text, at the end of a row and in a row of nothing else', async () => {
  const rows =
    `<row r="1" hidden="1">${shared('A1', 0)}${shared('B1', 77)}</row>` +
    `<row r="2" hidden="1">${shared('A2', 0)}${shared('B2', 1)}${shared('C2', 0)}${shared('D2', 99)}</row>`;
  const found = await read({ sheets: [{ rows }], sharedStrings: ['', 'x'] });
  expect(found.rows).toEqual([{ number: 2, cells: ['', 'x'] }]);
  expect(found.end).toMatchObject({ lastColumn: 4, notes: { hiddenRows: 1 } });
});

describe('a sheet of many windows', () => {
  const count = 6000;
  const texts = (row: number): string[] => [`name ${row}`, `Łódź ${row}`, `${row}`, 'x'.repeat(row % 40), 'yes'];
  const expected = Array.from({ length: count }, (_, row) => ({ number: row + 1, cells: texts(row) }));
  const cells = (row: number, odd: string): string =>
    texts(row)
      .map((text, column) => {
        const at = `${'ABCDE'.charAt(column)}${row + 1}`;
        if (column === 4) return shared(at, row % 2 === 0 ? 0 : row);
        return column === 2 ? `<c${odd} r="${at}"><v>${text}</v></c>` : inline(at, text);
      })
      .join('');
  const sharedStrings = Array.from({ length: count }, () => 'yes');

  test.each([
    ['as most programs write it', (row: number) => `<row r="${row + 1}">${cells(row, '')}</row>`],
    [
      'with a cell in each row that is written otherwise',
      (row: number) => `<row r="${row + 1}">${cells(row, ' ')}</row>`
    ],
    ['with rows that do not say their number', (row: number) => `<row>${cells(row, '')}</row>`]
  ])('%s, is what was written', async (_, rowOf) => {
    const rows = Array.from({ length: count }, (_, row) => rowOf(row)).join('');
    const found = await read({ sheets: [{ rows }], sharedStrings });
    expect(found.blocks.length).toBeGreaterThan(10);
    expect(found.rows).toEqual(expected);
  });
});

test('rows before a shared string that is refused are handed on', async () => {
  const rows = Array.from({ length: 9000 }, (_, row) => `<row r="${row + 1}">${shared(`A${row + 1}`, row)}</row>`);
  const sharedStrings = Array.from({ length: 9000 }, (_, index) => `text ${index}`);
  const limits = { ...spreadsheetLimits, sharedStrings: 8000 };
  const found = await read({ sheets: [{ rows: rows.join('') }], sharedStrings }, limits);
  expect(found.end).toEqual({ code: 'too-large', limit: 'shared-strings', allowed: 8000 });
  expect(found.rows.length).toBeGreaterThan(1000);
  expect(found.rows).toEqual(found.rows.map((_, row) => ({ number: row + 1, cells: [`text ${row}`] })));
});

test('a text that is no UTF-8 is refused, in a cell as in a shared string', async () => {
  const broken = (text: string): Uint8Array =>
    Uint8Array.from(text, (letter) => (letter === '?' ? 0xff : letter.charCodeAt(0)));
  const sheet = broken(
    `<worksheet><sheetData><row r="1">${inline('A1', 'a#b')}</row></sheetData></worksheet>`.replace('#', '?')
  );
  const strings = broken('<sst><si><t>a?b</t></si></sst>');
  expect((await read({ sheets: [{ part: sheet }] })).end).toMatchObject({ code: 'damaged', detail: 'xml' });
  const row = `<row r="1">${shared('A1', 0)}</row>`;
  const withStrings = await read({
    sheets: [{ rows: row }],
    parts: { 'xl/sharedStrings.xml': strings },
    sharedStrings: ['x']
  });
  expect(withStrings.end).toMatchObject({ code: 'damaged', detail: 'xml' });
});

test('texts that are UTF-8 only together are refused, in cells as in shared strings', async () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const row = `<row r="1">${inline('A1', 'Gro\xdf')}${inline('B1', '\x80 500')}</row>`;
  const sheet = bytes(`<worksheet><sheetData>${row}</sheetData></worksheet>`);
  expect((await read({ sheets: [{ part: sheet }] })).end).toMatchObject({ code: 'damaged', detail: 'xml' });
  const strings = bytes('<sst><si><t>Gro\xdf</t></si><si><t>\x80 500</t></si></sst>');
  const withStrings = await read({
    sheets: [{ rows: `<row r="1">${shared('A1', 0)}${shared('B1', 1)}</row>` }],
    parts: { 'xl/sharedStrings.xml': strings },
    sharedStrings: ['x']
  });
  expect(withStrings.end).toMatchObject({ code: 'damaged', detail: 'xml' });
});

test('a table of texts keeps its texts, and not the mark-up that they were cut from', async () => {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  const style = ` x14ac:dyDescent="${'0'.repeat(400)}"`;
  const text = 'Ann of somewhere';
  const rows = Array.from({ length: 40_000 }, (_, row) => textRow(row + 1, text).replace('">', `"${style}>`)).join('');
  const sizeOf = (): number => {
    gc();
    const { heapUsed, arrayBuffers, external } = process.memoryUsage();
    return heapUsed + arrayBuffers + external;
  };
  const before = sizeOf();
  const found = (await read({ sheets: [{ rows }] })).blocks;
  expect(sizeOf() - before).toBeLessThan(rows.length / 2);
  expect(found.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(40_000);
});
