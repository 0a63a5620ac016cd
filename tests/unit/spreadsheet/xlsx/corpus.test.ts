/** Every cell of the corpus's workbooks against SheetJS; see the corpus README for what SheetJS gets wrong. */
import { describe, expect, test } from 'vitest';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { corpusBytes, corpusFiles, hasCorpus } from '../../../fixtures/corpus.ts';
import { failureOf } from '../../../fixtures/whole-file.ts';
import { differencesFromSheetJs } from './against-sheetjs.ts';

/** Files that differ for a reason of their own, and in how many cells. */
const KNOWN: Readonly<Record<string, { readonly reason: string; readonly cells: number }>> = {
  'ExcelDataReader__LowerCaseReferenceAttribute.xlsx': {
    reason: 'SheetJS reads no cell with a lower-case reference',
    cells: 9
  },
  'PhpSpreadsheet__issue.4063.xlsx': { reason: 'an empty <si/> shifts the strings of SheetJS', cells: 13 },
  'XlsxWriter__optimize07.xlsx': { reason: '_X0000_ with a capital X is no escape', cells: 1 },
  'calamine__richtext-after-plain.xlsx': { reason: 'SheetJS drops runs behind a plain text', cells: 1 },
  'fastexcel__issue514.xlsx': { reason: 'SheetJS does not count <x:row/>', cells: 2 },
  'fastexcel__parseError.xlsx': { reason: 'text in a number cell is shown, not made an error', cells: 1 }
};

/** SheetJS never returns from the first, cannot read the second, and takes long for the third (whose like is Test10000x10). */
const NOT_COMPARED = [
  'ClosedXML__different-column-width-excel2010.xlsx',
  'exceljs__test-issue-771.xlsx',
  'MiniExcel__Test100,000x10.xlsx'
];
/** The part its only sheet names is not in the zip. */
const MISSING_SHEET = 'openspout__file_with_sheet_xml_not_matching_content_types.xlsx';

describe.runIf(hasCorpus)('corpus', () => {
  test.each(corpusFiles('xlsx').filter((name) => !NOT_COMPARED.includes(name) && name !== MISSING_SHEET))(
    'reads %s as SheetJS does, or differs for a known reason',
    async (name) => {
      const differences = await differencesFromSheetJs(corpusBytes('xlsx', name));
      expect(differences.slice(0, (KNOWN[name]?.cells ?? 0) === differences.length ? 0 : 20)).toEqual([]);
    }
  );

  test.each(NOT_COMPARED)('reads %s', async (name) => {
    expect(await failureOf(await openXlsx(new Blob([corpusBytes('xlsx', name)])))).toBeNull();
  });

  test('says of a workbook without its sheet what is missing', async () => {
    const outcome = await openXlsx(new Blob([corpusBytes('xlsx', MISSING_SHEET)]));
    expect(await failureOf(outcome)).toMatchObject({ code: 'damaged', detail: 'missing-part' });
  });
});
