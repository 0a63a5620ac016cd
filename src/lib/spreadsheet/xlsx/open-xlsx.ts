import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { damaged, orFailure, Refusal } from '#lib/spreadsheet/refusal.ts';
import type { FileFailure, OpenedSpreadsheet, SheetInfo } from '#lib/spreadsheet/spreadsheet.ts';
import type { InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import { firstTextRow, readSheetRows, type SheetReading } from './read-sheet.ts';
import { SharedStrings } from './shared-strings.ts';
import { loadCellFormats } from './styles.ts';
import { loadWorkbook, type WorkbookSheet } from './workbook.ts';

/**
 * Opens an .xlsx or .xlsm and looks at the first row of each of its sheets. A sheet whose part is missing or damaged,
 * or too long to look for its first row, is listed as one with data: reading it says what is wrong with it.
 *
 * Refuses with empty-file, unknown-format (zip), damaged, encrypted, unsupported-encoding, too-large, no-sheets.
 * Rejects with the signal's reason.
 */
export function openXlsx(
  file: Blob,
  signal?: AbortSignal,
  limits: SpreadsheetLimits = spreadsheetLimits,
  inflate?: InflateEntry
): Promise<OpenedSpreadsheet | FileFailure> {
  return orFailure(async () => {
    const opening = { file, limits, signal, inflate };
    const workbook = await loadWorkbook(opening);
    const formats = await loadCellFormats(workbook.styles, opening);
    const sheets: SheetReading = {
      workbook,
      strings: new SharedStrings(workbook.sharedStrings, { file, limits, inflate }),
      context: { formats, date1904: workbook.date1904, limits },
      reading: opening
    };
    const infos: SheetInfo[] = [];
    const budget = { bytes: limits.peekBytes };
    for (const sheet of workbook.sheets) infos.push(await sheetInfo(sheets, sheet, budget));
    return {
      format: workbook.format,
      sheets: infos,
      readSheet: (index, options) =>
        orFailure(() => {
          const sheet = workbook.sheets[index];
          if (sheet === undefined) throw damaged('missing-part');
          return readSheetRows(
            { ...sheets, reading: { file, limits, signal: options.signal, inflate } },
            sheet,
            options
          );
        })
    };
  });
}

async function sheetInfo(sheets: SheetReading, sheet: WorkbookSheet, budget: { bytes: number }): Promise<SheetInfo> {
  const { name, hidden } = sheet;
  const unknown = { name, hidden, hasData: true, firstRow: [] };
  if (budget.bytes < 0) return unknown;
  try {
    const firstRow = await firstTextRow(sheets, sheet, budget);
    return firstRow === null ? unknown : { name, hidden, hasData: firstRow.length > 0, firstRow };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return unknown;
  }
}
