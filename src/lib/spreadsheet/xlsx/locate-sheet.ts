import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { damaged, orFailure } from '#lib/spreadsheet/refusal.ts';
import type { FileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import type { ZipDirectory, ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { loadWorkbook } from './workbook.ts';

/** Where a sheet is in the package: what the annotator patches, and beside what. */
export interface SheetPart {
  readonly directory: ZipDirectory;
  readonly sheetEntry: ZipEntry;
  readonly workbookEntry: ZipEntry;
  readonly stylesEntry: ZipEntry | null;
  readonly sharedStringsEntry: ZipEntry | null;
}

/** Finds the part of the sheet `sheetIndex` (its place in OpenedSpreadsheet.sheets). Refuses as `openXlsx` does. */
export function locateSheetPart(
  file: Blob,
  sheetIndex: number,
  signal?: AbortSignal
): Promise<SheetPart | FileFailure> {
  return orFailure(async () => {
    const workbook = await loadWorkbook({ file, limits: spreadsheetLimits, signal });
    const sheet = workbook.sheets[sheetIndex];
    if (sheet?.entry === undefined) throw damaged('missing-part', sheet?.partName);
    return {
      directory: workbook.directory,
      sheetEntry: sheet.entry,
      workbookEntry: workbook.entry,
      stylesEntry: workbook.styles ?? null,
      sharedStringsEntry: workbook.sharedStrings ?? null
    };
  });
}
