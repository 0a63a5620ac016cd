import { describe, expect, test } from 'vitest';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { locateSheetPart } from '#lib/spreadsheet/xlsx/locate-sheet.ts';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { relations, textRow, workbook, workbookParts } from '../../../fixtures/workbook-builder.ts';
import { opened, wholeSheet } from '../../../fixtures/whole-file.ts';
import { buildZip } from '../../../fixtures/zip-builder.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const ann = { rows: textRow(1, 'Ann') };

async function firstCell(file: Blob, sheet = 0): Promise<string | undefined> {
  const { rows } = await wholeSheet(opened(await openXlsx(file)), sheet);
  return rows[0]?.cells[0];
}

describe('parts are found', () => {
  const moved = (from: Map<string, string | Uint8Array>, rename: (name: string) => string): Blob =>
    buildZip([...from].map(([name, data]) => ({ name: rename(name), data })));

  test.each<[string, Blob]>([
    ['in the usual places', workbook({ sheets: [ann] })],
    ['in strict workbooks', workbook({ sheets: [ann], strict: true })],
    ['in names of another case', moved(workbookParts({ sheets: [ann] }), (name) => name.toUpperCase())],
    ['behind backslashes', moved(workbookParts({ sheets: [ann] }), (name) => name.replaceAll('/', '\\'))],
    [
      'in stored parts with sizes behind them',
      workbook({ sheets: [ann], pack: (part) => ({ ...part, stored: true, dataDescriptor: true }) })
    ],
    ['in zip64 files', workbook({ sheets: [ann], pack: (part) => ({ ...part, zip64: true }), zip: { zip64: true } })],
    [
      'beside an empty deflated part',
      workbook({
        sheets: [ann],
        parts: { 'docProps/thumbnail.wmf': '' },
        pack: (part) => (part.data === '' ? { ...part, raw: new Uint8Array(0), dataDescriptor: true } : part)
      })
    ],
    ['without relations of the package', workbook({ sheets: [ann], parts: { '_rels/.rels': null } })],
    [
      'without relations and content types',
      workbook({ sheets: [ann], parts: { '_rels/.rels': null, '[Content_Types].xml': null } })
    ]
  ])('%s', async (_, file) => {
    expect(await firstCell(file)).toBe('Ann');
  });

  test.each([
    ['an absolute target', '/xl/worksheets/sheet1.xml'],
    ['a target with dots', './../xl/worksheets/../worksheets/sheet1.xml'],
    ['a target above the root', '../../../xl/worksheets/sheet1.xml'],
    ['a target with backslashes', 'worksheets\\sheet1.xml'],
    ['an encoded target', 'worksheets/sheet%31.xml']
  ])('%s', async (_, target) => {
    const parts = {
      'xl/_rels/workbook.xml.rels': relations(`<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="${target}"/>`)
    };
    expect(await firstCell(workbook({ sheets: [ann], parts }))).toBe('Ann');
  });

  test('a workbook part at the root of the package', async () => {
    const parts = workbookParts({ sheets: [ann] });
    const book = parts.get('xl/workbook.xml') ?? '';
    parts.delete('xl/workbook.xml');
    parts.set('book.xml', book);
    parts.set(
      '_rels/book.xml.rels',
      relations(`<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="xl/worksheets/sheet1.xml"/>`)
    );
    parts.set('_rels/.rels', relations(`<Relationship Id="r" Type="${OFFICE}/officeDocument" Target="/book.xml"/>`));
    expect(await firstCell(buildZip([...parts].map(([name, data]) => ({ name, data }))))).toBe('Ann');
  });
});

describe('sheets', () => {
  test('are listed in the order of their tabs, with their first row', async () => {
    const file = workbook({
      sheets: [
        { name: 'Fiche & "é"', rows: '<row r="1"><c r="A1" s="0"/></row>' },
        { name: 'People', rows: textRow(4, 'Name', 'Email') + textRow(5, 'Ann') },
        { name: 'Old', state: 'hidden', rows: textRow(1, 'x') },
        { name: 'Very', state: 'veryHidden' }
      ]
    });
    expect(opened(await openXlsx(file)).sheets).toEqual([
      { name: 'Fiche & "é"', hidden: false, hasData: false, firstRow: [] },
      { name: 'People', hidden: false, hasData: true, firstRow: ['Name', 'Email'] },
      { name: 'Old', hidden: true, hasData: true, firstRow: ['x'] },
      { name: 'Very', hidden: true, hasData: false, firstRow: [] }
    ]);
  });

  test('that hold no rows (charts, macros) are left out', async () => {
    const parts = {
      'xl/_rels/workbook.xml.rels': relations(
        `<Relationship Id="rId1" Type="${OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/>` +
          `<Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>`
      )
    };
    const file = workbook({ sheets: [{ name: 'Chart' }, { name: 'People', rows: textRow(1, 'Bob') }], parts });
    expect(opened(await openXlsx(file)).sheets.map(({ name }) => name)).toEqual(['People']);
    expect(await firstCell(file)).toBe('Bob');
  });

  test('the format tells whether there are macros', async () => {
    expect(opened(await openXlsx(workbook({ sheets: [ann] }))).format).toBe('xlsx');
    expect(opened(await openXlsx(workbook({ sheets: [ann], macros: true }))).format).toBe('xlsm');
  });

  test('the part of a sheet is located for the annotator', async () => {
    const file = workbook({ sheets: [{}, ann], sharedStrings: ['x'] });
    const located = await locateSheetPart(file, 1);
    if (isFileFailure(located)) throw new Error(JSON.stringify(located));
    expect(located.sheetEntry.name).toBe('xl/worksheets/sheet2.xml');
    expect(located.workbookEntry.name).toBe('xl/workbook.xml');
    expect(located.stylesEntry?.name).toBe('xl/styles.xml');
    expect(located.sharedStringsEntry?.name).toBe('xl/sharedStrings.xml');
  });
});
