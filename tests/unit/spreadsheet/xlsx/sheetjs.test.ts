/** Own fixtures against SheetJS; `corpus.test.ts` does the same with other people's files. */
import { expect, test } from 'vitest';
import { textRow, workbook, type WorkbookFixture } from '../../../fixtures/workbook-builder.ts';
import { differencesFromSheetJs } from './against-sheetjs.ts';

const numbers = [0, 1, -1, 0.5, 6083, -1234.567, 44562.75, 0.000123, 1e9, 59, 61];
const LAST_DATE = 2_958_466;
const FORMATS = [
  '00000',
  '0.00',
  '#,##0.00;(#,##0.00)',
  '0%',
  '0.00E+00',
  'dd/mm/yyyy hh:mm',
  'd-mmm-yy',
  '[h]:mm:ss',
  '0;-0;"none"'
];
const styled = FORMATS.map((_, style) => {
  const positive = FORMATS[style]?.match(/[ymdh]/)
    ? numbers.filter((value) => value >= 0 && value < LAST_DATE)
    : numbers;
  return `<row r="${style + 1}">${positive.map((value) => `<c s="${style + 1}"><v>${value}</v></c>`).join('')}</row>`;
}).join('');

test.each<[string, WorkbookFixture]>([
  ['texts', { sheets: [{ rows: textRow(1, 'Name', 'é課😀', '<&>"', ' a ') + textRow(3, '', 'x') }] }],
  [
    'shared strings',
    {
      sheets: [{ rows: '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>' }],
      sharedStrings: ['a', '<si><r><t>b</t></r><r><t>c</t></r></si>']
    }
  ],
  ['numbers under formats', { sheets: [{ rows: styled }], formats: FORMATS }],
  [
    'numbers under General',
    { sheets: [{ rows: `<row r="1">${numbers.map((value) => `<c><v>${value}</v></c>`).join('')}</row>` }] }
  ],
  [
    'dates from 1904',
    { sheets: [{ rows: '<row r="1"><c r="A1" s="1"><v>43100</v></c></row>' }], formats: ['yyyy-mm-dd'], date1904: true }
  ],
  [
    'booleans and errors',
    { sheets: [{ rows: '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>' }] }
  ],
  [
    'strict workbooks and several sheets',
    { strict: true, sheets: [{ rows: textRow(2, 'a') }, { name: 'Two', rows: textRow(1, 'b') }] }
  ]
])('%s are read as SheetJS reads them', async (_, fixture) => {
  expect(await differencesFromSheetJs(new Uint8Array(await workbook(fixture).arrayBuffer()))).toEqual([]);
});
