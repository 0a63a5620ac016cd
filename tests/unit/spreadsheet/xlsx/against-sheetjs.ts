import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { sheetJsCells, type OracleCell } from '../../../fixtures/sheetjs-cells.ts';
import { opened, wholeSheet } from '../../../fixtures/whole-file.ts';
import { columnName } from '../../../fixtures/workbook-builder.ts';

/** Differences that are meant, for every file. */
const ACCEPTED: readonly { readonly reason: string; readonly covers: (ours: string, theirs: OracleCell) => boolean }[] =
  [
    {
      reason: 'the short date of the system (formats 14 and 22) is shown as an ISO date',
      covers: (ours, theirs) => /^m\/d\/yy( h:mm)?$/.test(theirs.format) && /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/.test(ours)
    },
    {
      reason: 'blanks that only line numbers up in their column are left out',
      covers: (ours, theirs) => theirs.isNumber && ours === theirs.text.trim()
    },
    {
      reason: 'white space around a text without xml:space="preserve" is not shown by Excel',
      covers: (ours, theirs) => !theirs.isNumber && ours === theirs.text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
    },
    {
      reason: 'SheetJS turns some line ends of a text',
      covers: (ours, theirs) => ours.replaceAll('\r\n', '\n') === theirs.text.replaceAll('\r\n', '\n')
    },
    {
      reason: 'SheetJS skips spaces kept for a digit that is not there',
      covers: (ours, theirs) => theirs.isNumber && ours === theirs.text.replace(/\s+/g, ' ').trim()
    }
  ];

/** The cells of a workbook that SheetJS reads differently without one of the accepted reasons. */
export async function differencesFromSheetJs(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const spreadsheet = opened(await openXlsx(new Blob([bytes])));
  const oracle = sheetJsCells(bytes);
  const differences: string[] = [];
  for (const [index, { name: sheet }] of spreadsheet.sheets.entries()) {
    const theirs = new Map(oracle.get(sheet));
    const compare = (reference: string, ours: string): void => {
      const their = theirs.get(reference) ?? { text: '', isNumber: false, format: '' };
      theirs.delete(reference);
      if (ours === their.text || ACCEPTED.some(({ covers }) => covers(ours, their))) return;
      differences.push(`${sheet}!${reference} ${JSON.stringify(ours)} against ${JSON.stringify(their)}`);
    };
    for (const { number, cells } of (await wholeSheet(spreadsheet, index)).rows) {
      cells.forEach((text, column) => compare(`${columnName(column)}${number}`, text));
    }
    for (const reference of [...theirs.keys()]) compare(reference, '');
  }
  return differences;
}
