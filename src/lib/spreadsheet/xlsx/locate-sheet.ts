import { spreadsheetLimits } from '../limits.ts';
import { damaged, orFailure } from '../refusal.ts';
import type { FileFailure } from '../spreadsheet.ts';
import type { ZipDirectory, ZipEntry } from '../zip/directory.ts';
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
