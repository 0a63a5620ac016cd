import { describe, expect, test } from 'vitest';
import * as SheetJS from 'xlsx';
import type { NewSheet } from '#lib/spreadsheet/write/write-workbook.ts';
import { writeWorkbook } from '#lib/spreadsheet/write/write-workbook.ts';
import { readByExceljs } from '../../../fixtures/independent-readers.ts';
import { partText } from '../../../fixtures/package-parts.ts';

const template: NewSheet = {
  name: 'Users',
  columns: [
    { width: 28, format: 'text' },
    { width: 20, format: 'text' }
  ],
  rows: [
    [
      { text: 'Name', style: 'header' },
      { text: 'Password', style: 'header' }
    ]
  ],
  frozenRows: 1,
  locked: true
};

function sheet(rows: NewSheet['rows'], name = 'Users'): NewSheet {
  return { name, columns: [], rows };
}

describe('a new workbook', () => {
  test('holds texts as they are, in exceljs and in SheetJS', async () => {
    const texts = ['00123', '=1+1', '+49 30', '@home', '-5', '1e5', ' spaced ', 'a&b <c> "d"', '日本 🎉', 'two\nlines'];
    const file = await writeWorkbook({ sheets: [sheet([texts])] });
    const excel = await readByExceljs(file);
    expect([...excel.values()]).toEqual(texts);
    const [row] = SheetJS.utils.sheet_to_json<string[]>(firstSheet(await file.arrayBuffer()), { header: 1 });
    expect(row).toEqual(texts);
  });

  test('writes no formula and no number, whatever the texts are', async () => {
    const file = await writeWorkbook({ sheets: [sheet([['=cmd()', '12']])] });
    const part = await partText(file, 'xl/worksheets/sheet1.xml');
    expect(part).not.toMatch(/<f>|<v>/);
  });

  test('keeps control characters and literal escapes', async () => {
    const file = await writeWorkbook({ sheets: [sheet([['bell\u0007', '_x0041_', 'half\ud800']])] });
    const part = await partText(file, 'xl/worksheets/sheet1.xml');
    expect(part).toContain('bell_x0007_');
    expect(part).toContain('_x005F_x0041_');
    expect(part).toContain('half\ufffd');
  });

  test('lets people type below a locked header', async () => {
    const file = await writeWorkbook({ sheets: [template] });
    const part = await partText(file, 'xl/worksheets/sheet1.xml');
    expect(part).toContain('<sheetProtection sheet="1"');
    const styles = await partText(file, 'xl/styles.xml');
    const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"[^>]*applyNumberFormat[^>]*>(.*?)<\/xf>/g)];
    const headerStyle = Number(/<c r="A1" s="(\d+)"/.exec(part)![1]);
    const columnStyle = Number(/<col min="2" max="2" [^>]*style="(\d+)"/.exec(part)![1]);
    expect(formats[headerStyle]![2]).not.toContain('locked="0"');
    expect(formats[columnStyle]![1]).toBe('49');
    expect(formats[columnStyle]![2]).toContain('locked="0"');
  });

  test('gives sheets names that Excel takes, each only once', async () => {
    const sheets = [sheet([], 'a/b:c'), sheet([], 'A b c'), sheet([], ''), sheet([], 'x'.repeat(40))];
    const file = await writeWorkbook({ sheets });
    const names = SheetJS.read(await file.arrayBuffer()).SheetNames;
    expect(names).toEqual(['a b c', 'Sheet2', 'Sheet3', 'x'.repeat(31)]);
  });

  test('takes rows from a generator, many of them', async () => {
    function* rows() {
      for (let row = 1; row <= 20_000; row++) yield [`Name ${row}`, `person${row}@example.org`];
    }
    const file = await writeWorkbook({ sheets: [sheet(rows())] });
    const read = SheetJS.utils.sheet_to_json<string[]>(firstSheet(await file.arrayBuffer()), { header: 1 });
    expect(read).toHaveLength(20_000);
    expect(read.at(-1)).toEqual(['Name 20000', 'person20000@example.org']);
  });

  test('stops when it is told to', async () => {
    const stop = new AbortController();
    function* endless() {
      for (let row = 1; ; row++) {
        if (row === 5_000) stop.abort(new Error('stopped'));
        yield [`Name ${row}`];
      }
    }
    await expect(writeWorkbook({ sheets: [sheet(endless())], signal: stop.signal })).rejects.toThrow('stopped');
  });
});

function firstSheet(bytes: ArrayBuffer): SheetJS.WorkSheet {
  const book = SheetJS.read(bytes);
  return book.Sheets[book.SheetNames[0]!]!;
}
