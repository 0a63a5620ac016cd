import { describe, expect, it } from 'vitest';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { corpusFiles } from '../text/corpus.ts';
import { readRows, tryReadRows } from '../text/read-rows.ts';

const files = corpusFiles('csv');

function content(name: string): Uint8Array<ArrayBuffer> {
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`not in the corpus: ${name}`);
  return file.read();
}

describe.runIf(files.length > 0)('a CSV file of the corpus', () => {
  it.each(files)(
    '$name ends in rows or a failure',
    async (file) => {
      const read = await tryReadRows(file.name, file.read());
      expect(isFileFailure(read) || read.rows.length > 0).toBe(true);
    },
    5000
  );

  it.each([
    ['PhpSpreadsheet__premiere.win1252.csv', 'windows-1252', false],
    ['PhpSpreadsheet__premiere.utf16le.csv', 'utf-16le', false],
    ['PhpSpreadsheet__premiere.utf16be.csv', 'utf-16be', false],
    ['PhpSpreadsheet__premiere.utf16bebom.csv', 'utf-16be', true]
  ])('%s is read as %s', async (name, encoding, byteOrderMark) => {
    const { cells, opened } = await readRows(name, content(name));
    expect(opened.text).toMatchObject({ encoding, byteOrderMark });
    expect(cells.slice(0, 2)).toEqual([
      ['première', 'second', 'troisième'],
      ['Quatrième', 'cinquième', 'sixième']
    ]);
  });

  it.each([
    ['ExcelDataReader__utf8_bom.csv', ['a', 'b', 'c']],
    ['PapaParse__utf-8-bom-sample.csv', ['A', 'B', 'C']],
    ['messytables__utf8bom.csv', ['kitten', 'win']],
    ['openspout__csv_with_utf8_bom.csv', ['csv--11', 'csv--12', 'csv--13']],
    ['openspout__csv_with_utf16be_bom.csv', ['csv--11', 'csv--12', 'csv--13']]
  ])('%s begins without its byte order mark', async (name, first) => {
    expect((await readRows(name, content(name))).cells[0]).toEqual(first);
  });

  it.each([
    ['ExcelDataReader__MOCK_DATA.csv', ',', 1001],
    ['csvkit__ks_1033_data.csv', ',', 1576],
    ['messytables__example.tsv', '\t', 141],
    ['csvkit__dummy.tsv', '\t', 2],
    ['PhpSpreadsheet__semicolon_separated.csv', ';', 3],
    ['PhpSpreadsheet__linend.mac.csv', ',', 2],
    ['frictionless-py__encoding-issue-274.csv', ',', 508],
    ['csvw__Employee.csv', ',', 9]
  ])('%s is cut at %j into %i rows', async (name, separator, rows) => {
    const read = await readRows(name, content(name));
    expect(read.opened.text).toMatchObject({ separator });
    expect(read.rows).toHaveLength(rows);
  });

  it('keeps numbers of twenty digits and more', async () => {
    const { cells } = await readRows('x.csv', content('PhpSpreadsheet__longIntegers.csv'));
    expect(cells[1]).toEqual(['123456789012345678901234', '234567890123456789012345']);
  });

  it('in GB2312 is refused by name rather than read as other letters', async () => {
    const failure = { code: 'unsupported-encoding', encoding: 'gb2312' };
    expect(await tryReadRows('x.csv', content('MiniExcel__gb2312_Encoding_Read_Test.csv'))).toEqual(failure);
  });

  it('with a quote left open names its line', async () => {
    const failure = { code: 'unclosed-quote', line: 9 };
    expect(await tryReadRows('x.tsv', content('PapaParse__malformed.tsv'))).toEqual(failure);
  });

  it.each([
    ['csv-spectrum__newlines.csv', [1, 2, 3, 5], ['Once upon \na time', '5', '6']],
    ['csv-spectrum__escaped_quotes.csv', [1, 2, 3], ['3', '4']]
  ])('%s has the rows of csv-spectrum', async (name, numbers, third) => {
    const { rows } = await readRows(name, content(name));
    expect(rows.map(({ number }) => number)).toEqual(numbers);
    expect(rows[2]?.cells).toEqual(third);
  });
});
