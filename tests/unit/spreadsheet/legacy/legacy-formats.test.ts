import { describe, expect, it, vi } from 'vitest';
import { utils, write, type BookType, type WorkSheet } from 'xlsx';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { corpusFiles } from '../text/corpus.ts';
import { readRows, tryReadRows } from '../text/read-rows.ts';

const FORMATS: readonly [string, BookType][] = [
  ['xls', 'biff8'],
  ['xlsb', 'xlsb'],
  ['ods', 'ods']
];

function workbook(
  bookType: BookType,
  sheets: Readonly<Record<string, WorkSheet>>,
  hidden: readonly string[] = []
): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) };
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

const people = (): WorkSheet => {
  const sheet = utils.aoa_to_sheet([
    ['Name', 'Phone', 'ID', 'Active'],
    [],
    ['Zoë 山田', 491_701_234_567, 6083, true],
    ['=1+1', '007', 'x', false]
  ]);
  sheet['C3'] = { t: 'n', v: 6083, z: '00000' };
  sheet['E3'] = { t: 'e', v: 0x2a, w: '#N/A' };
  return { ...sheet, '!ref': 'A1:E4' };
};

describe.each(FORMATS)('.%s', (format, bookType) => {
  it('gives its cells as text, found by its content whatever it is called', async () => {
    const bytes = workbook(bookType, { People: people() });
    for (const name of [`people.${format}`, 'people.xlsx', 'people.csv', 'people']) {
      const { opened, rows } = await readRows(name, bytes);
      expect(opened.format).toBe(format);
      expect(rows.map(({ number }) => number)).toEqual([1, 3, 4]);
      expect(rows.map(({ cells }) => cells.slice(0, 2))).toEqual([
        ['Name', 'Phone'],
        ['Zoë 山田', '491701234567'],
        ['=1+1', '007']
      ]);
      expect(rows[1]?.cells[3]).toBe('TRUE');
      expect(rows[2]?.cells[3]).toBe('FALSE');
    }
  });

  it('tells of all its sheets, the empty ones too', async () => {
    const bytes = workbook(bookType, { Empty: utils.aoa_to_sheet([]), People: people() });
    const { opened, cells } = await readRows('x', bytes, {}, 1);
    expect(opened.sheets.map(({ name, hasData }) => [name, hasData])).toEqual([
      ['Empty', false],
      ['People', true]
    ]);
    expect(cells[0]).toEqual(['Name', 'Phone', 'ID', 'Active']);
  });

  it('cut in half, or emptied, is refused', async () => {
    const bytes = workbook(bookType, { People: people() });
    const half = await tryReadRows('x', bytes.slice(0, bytes.length / 2));
    expect(isFileFailure(half)).toBe(true);
    expect(await tryReadRows('x', workbook(bookType, { Empty: utils.aoa_to_sheet([]) }))).toEqual({ code: 'no-data' });
  });
});

describe.each(FORMATS.filter(([format]) => format !== 'ods'))('.%s', (format, bookType) => {
  it('keeps what its number formats show, and says which sheet is hidden', async () => {
    const bytes = workbook(bookType, { People: people(), Secret: people() }, ['Secret']);
    const { opened, rows, end } = await readRows(`x.${format}`, bytes);
    expect(opened.sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(rows[1]?.cells.slice(2)).toEqual(['06083', 'TRUE', '#N/A']);
    expect(end.notes.errorCells).toBe(1);
  });
});

const corpus = corpusFiles('xls-xlsb-ods');

describe.runIf(corpus.length > 0)('a workbook of the corpus', () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);

  it.each([
    ['ExcelDataReader__Test10x10.xls', 'xls', 10],
    ['MiniExcel__TestIssue272.xlsx', 'xls', 3],
    ['calamine__biff5_write.xls', 'xls', 4],
    ['calamine__date.ods', 'ods', 4],
    ['calamine__merge_cells.xls', 'xls', 2],
    ['openspout__file_generated_by_libre_office.ods', 'ods', 4],
    ['openspout__sheet_with_number_columns_repeated.ods', 'ods', 1],
    ['poi__1904DateWindowing.xls', 'xls', 1],
    ['poi__54016.xls', 'xls', 5096],
    ['poi__Simple.xlsb', 'xlsb', 1],
    ['roo__type_excel.xlsx', 'xls', 11],
    ['roo__type_openoffice.xlsx', 'ods', 11]
  ])(
    '%s is read as .%s with %i rows',
    async (name, format, count) => {
      const bytes = corpus.find((file) => file.name === name)?.read() ?? '';
      const { opened, rows } = await readRows(name, bytes);
      expect([opened.format, rows.length]).toEqual([format, count]);
    },
    30_000
  );

  it('with 1904 dates shows the day Excel shows', async () => {
    const bytes = corpus.find(({ name }) => name === 'poi__1904DateWindowing.xls')?.read() ?? '';
    expect((await readRows('x.xls', bytes)).cells).toEqual([['2000-01-01', '2000-01-01']]);
  });

  it('tells of the hidden sheet of an .ods', async () => {
    const file = corpus.find(({ name }) => name === 'openspout__two_sheets_one_hidden_one_not.ods');
    const { opened } = await readRows('x.ods', file?.read() ?? '');
    expect(opened.sheets.map(({ hidden }) => hidden)).toEqual([true, false]);
  });
});
