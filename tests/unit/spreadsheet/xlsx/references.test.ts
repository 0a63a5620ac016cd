import { describe, expect, test } from 'vitest';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { textRow, workbook, type SheetFixture } from '../../../fixtures/workbook-builder.ts';
import { failureOf, opened, wholeSheet } from '../../../fixtures/whole-file.ts';

async function rowsOf(sheet: SheetFixture): Promise<[number, readonly string[]][]> {
  const { rows } = await wholeSheet(opened(await openXlsx(workbook({ sheets: [sheet] }))));
  return rows.map(({ number, cells }) => [number, cells]);
}

const cell = (text: string, attributes = ''): string => `<c${attributes} t="str"><v>${text}</v></c>`;

describe('where rows and cells stand', () => {
  test.each<[string, string, [number, string[]][]]>([
    [
      'no references at all',
      `<row>${cell('a')}${cell('b')}</row><row>${cell('c')}</row>`,
      [
        [1, ['a', 'b']],
        [2, ['c']]
      ]
    ],
    ['an empty row without a reference counts', `<row/><row>${cell('a')}</row>`, [[2, ['a']]]],
    [
      'rows that are not there',
      textRow(2, 'a') + textRow(9, 'b'),
      [
        [2, ['a']],
        [9, ['b']]
      ]
    ],
    [
      'cells that are not there',
      `<row r="1">${cell('a', ' r="B1"')}${cell('b', ' r="D1"')}</row>`,
      [[1, ['', 'a', '', 'b']]]
    ],
    [
      'a cell without a reference follows the one before',
      `<row r="3">${cell('a', ' r="C3"')}${cell('b')}</row>`,
      [[3, ['', '', 'a', 'b']]]
    ],
    ['lower case', `<row r="1">${cell('a', ' r="b1"')}</row>`, [[1, ['', 'a']]]],
    ['two letters', `<row r="1">${cell('a', ' r="AB1"')}</row>`, [[1, [...Array<string>(27).fill(''), 'a']]]],
    ['cells in another order', `<row r="1">${cell('b', ' r="B1"')}${cell('a', ' r="A1"')}</row>`, [[1, ['a', 'b']]]],
    [
      'rows in another order keep their numbers',
      textRow(5, 'five') + textRow(2, 'two'),
      [
        [5, ['five']],
        [2, ['two']]
      ]
    ],
    [
      'a row numbered by its cells only',
      `<row>${cell('a', ' r="A7"')}</row><row>${cell('b')}</row>`,
      [
        [7, ['a']],
        [8, ['b']]
      ]
    ],
    [
      'rows of styles only are no rows',
      `<row r="1" s="3" customFormat="1"/><row r="2"><c r="A2" s="1"/></row>${textRow(3, 'a')}`,
      [[3, ['a']]]
    ],
    [
      'attributes in the other quotes and any order',
      `<row spans='1:2' r='4'>${cell('a', " s='0' r='A4'")}</row>`,
      [[4, ['a']]]
    ],
    ['a > inside an attribute', `<row r="1" x="a>b">${cell('a', ' r="A1" y="/>"')}</row>`, [[1, ['a']]]],
    ['white space inside tags', `<row\n r = "2" ><c\tr="A2"\r\nt="str" ><v >a</v ></c ></row >`, [[2, ['a']]]],
    [
      'comments and instructions between',
      `<!-- <row r="9"> --><row r="1"><?x <c> ?>${cell('a')}<!----></row>`,
      [[1, ['a']]]
    ]
  ])('%s', async (_, rows, expected) => {
    expect(await rowsOf({ rows })).toEqual(expected);
  });

  test('elements may carry a prefix', async () => {
    const part =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      '<x:row/><x:row><x:c t="inlineStr"><x:is><x:t>Ann</x:t></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row>' +
      '</x:sheetData></x:worksheet>';
    expect(await rowsOf({ part })).toEqual([[2, ['Ann', '5']]]);
  });

  test('a dimension that lies changes nothing', async () => {
    const sheet = { before: '<dimension ref="A1:XFD1048576"/>', rows: textRow(1, 'a') };
    const { end } = await wholeSheet(opened(await openXlsx(workbook({ sheets: [sheet] }))));
    expect([end.lastRow, end.lastColumn]).toEqual([1, 1]);
  });
});

describe('where the sheet ends', () => {
  const endOf = async (sheet: SheetFixture, parts: Record<string, string> = {}): Promise<[number, number]> => {
    const { end } = await wholeSheet(opened(await openXlsx(workbook({ sheets: [sheet], parts }))));
    return [end.lastRow, end.lastColumn];
  };

  test('the last cell element counts, text or not', async () => {
    expect(await endOf({ rows: '<row r="1"><c r="A1"/><c r="E1" s="0"/></row><row r="8"/>' })).toEqual([1, 5]);
    expect(await endOf({})).toEqual([0, 0]);
  });

  test('merged areas count', async () => {
    const after = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="C3:$H$4"/></mergeCells>';
    expect(await endOf({ rows: textRow(1, 'a'), after })).toEqual([4, 8]);
  });

  test('tables count', async () => {
    const relations = '<Relationship Id="rId1" Type="http://x/table" Target="../tables/table1.xml"/>';
    const table = '<table id="1" ref="B2:F9"><autoFilter ref="B2:Z99"/></table>';
    expect(await endOf({ rows: textRow(1, 'a'), relations }, { 'xl/tables/table1.xml': table })).toEqual([9, 6]);
  });
});

describe('beyond the edges', () => {
  test.each([
    ['a column past XFD', `<row r="1">${cell('a', ' r="XFE1"')}</row>`, 'columns'],
    ['a column of many letters', `<row r="1">${cell('a', ` r="${'Z'.repeat(5000)}1"`)}</row>`, 'columns'],
    ['a row of a million cells', `<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`, 'columns'],
    ['a row past the last', textRow(1_048_577, 'a'), 'rows'],
    ['a row number of many digits', `<row r="${'9'.repeat(400)}">${cell('a')}</row>`, 'rows'],
    ['more rows than a sheet has', `${textRow(1_048_576, 'a')}<row>${cell('b')}</row>`, 'rows']
  ])('%s', async (_, rows, limit) => {
    expect(await failureOf(await openXlsx(workbook({ sheets: [{ rows }] })))).toMatchObject({
      code: 'too-large',
      limit
    });
  });

  test('column XFD itself is read', async () => {
    const [row] = await rowsOf({ rows: `<row r="1">${cell('a', ' r="XFD1"')}</row>` });
    expect(row?.[1].length).toBe(16_384);
  });
});
