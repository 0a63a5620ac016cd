import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { orFailure } from '#lib/spreadsheet/refusal.ts';
import type { FileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import type { SheetPart } from '#lib/spreadsheet/xlsx/locate-sheet.ts';
import { locateSheetPart } from '#lib/spreadsheet/xlsx/locate-sheet.ts';
import { relationsOf, targetEntry } from '#lib/spreadsheet/xlsx/package.ts';
import type { DeflateElsewhere } from '#lib/spreadsheet/zip/deflate-part.ts';
import type { ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { normalizedName } from '#lib/spreadsheet/zip/directory.ts';
import type { InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import { ElementSplitter } from './element-splitter.ts';
import { IndexSet } from './index-set.ts';
import { MarkupMask } from './markup-mask.ts';
import type { SharedStringUse } from './mask-survey.ts';
import { MaskedSheetSurvey, OtherSheetSurvey } from './mask-survey.ts';
import { dropLinks, dropThumbnail } from './package-links.ts';
import { Plaintexts } from './plaintexts.ts';
import type { PartChange, Work } from './rewrite-package.ts';
import { readPart, rewritePackage } from './rewrite-package.ts';
import { SharedPasswords, SharedStringsMask } from './shared-strings-mask.ts';
import type { MaskedArea } from './sheet-mask.ts';
import { SheetMask } from './sheet-mask.ts';

interface MaskOptions {
  /** Its place in the workbook, as in OpenedSpreadsheet.sheets. */
  readonly sheet: number;
  readonly headerRowNumber: number;
  /** 1-based; cells below the header become dots. */
  readonly maskColumns: readonly number[];
  readonly signal?: AbortSignal;
  /** Share of the sheet done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Of large parts; absent: the same thread. */
  readonly inflate?: InflateEntry;
  readonly deflate?: DeflateElsewhere;
}

/** The file with its passwords masked and nothing else changed: what may be kept for a later result. */
export async function maskWorkbook(file: Blob, options: MaskOptions): Promise<Blob | FileFailure> {
  const located = await locateSheetPart(file, options.sheet, options.signal);
  if (isFileFailure(located)) return located;
  return orFailure(async () => {
    const { signal, onProgress, inflate, deflate } = options;
    const work: Work = { signal, onProgress, inflate, deflate };
    const area = { columns: new Set(options.maskColumns), headerRow: options.headerRowNumber };
    const { sheet, changes } = await planMask(file, located, area, work);
    changes.set(located.sheetEntry, new ElementSplitter('sheetData', 'row', sheet));
    return rewritePackage(file, located.directory, changes, work);
  });
}

interface MaskPlan {
  /** For the sheet with the passwords, which its caller patches. */
  readonly sheet: SheetMask;
  readonly changes: Map<ZipEntry, PartChange>;
}

/**
 * [Note: what masking changes] Beside the cells themselves: shared strings that no unmasked cell shows; cached results
 * of formulas that repeat a password, in any sheet; filter values, pivot and chart caches equal to one; mail links
 * that Excel made of one; the picture of the first page. Which columns hold passwords the caller says: the matched one
 * and those called like it. What a person typed elsewhere stays as that person's own text (a cell of another column, a
 * comment, a text box), as do macros, custom XML, embedded files and caches of *other* workbooks.
 */
export async function planMask(file: Blob, located: SheetPart, area: MaskedArea, work: Work): Promise<MaskPlan> {
  const { directory, sheetEntry, sharedStringsEntry } = located;
  const use: SharedStringUse = { masked: new IndexSet(), elsewhere: new IndexSet() };
  const plaintexts = new Plaintexts();
  const changes: MaskPlan['changes'] = new Map();
  const survey = new MaskedSheetSurvey(area, use, plaintexts);
  await readPart(file, sheetEntry, new ElementSplitter('sheetData', 'row', survey), work);
  const otherSheets = await sheetEntries(file, located, work);
  const others = directory.entries.filter((entry) => entry !== sheetEntry);
  const mayRepeat = others.some((entry) => otherSheets.has(entry) || CACHE_PART.test(entry.name));
  if (sharedStringsEntry && use.masked.size > 0 && (survey.asksForPlaintexts || mayRepeat)) {
    const passwords = new SharedPasswords(use, plaintexts);
    await readPart(file, sharedStringsEntry, new ElementSplitter('sst', 'si', passwords), work);
  }
  for (const entry of others) {
    if (otherSheets.has(entry)) {
      const other = new OtherSheetSurvey(use, plaintexts);
      await readPart(file, entry, new ElementSplitter('sheetData', 'row', other), work);
      if (other.repeats) changes.set(entry, new ElementSplitter('sheetData', 'row', new SheetMask(plaintexts)));
    } else if (CACHE_PART.test(entry.name)) {
      const markup = new MarkupMask(plaintexts);
      await readPart(file, entry, markup, work);
      if (markup.found) changes.set(entry, new MarkupMask(plaintexts));
    }
  }
  if (sharedStringsEntry && use.masked.size > 0) {
    changes.set(sharedStringsEntry, new ElementSplitter('sst', 'si', new SharedStringsMask(use)));
  }
  dropLinks(directory, sheetEntry, survey.linkIds, changes);
  dropThumbnail(directory, changes);
  return { sheet: new SheetMask(plaintexts, area), changes };
}

/** Parts that keep copies of cells. */
const CACHE_PART = /(^|[\\/])(pivotCache|charts|tables)[\\/][^\\/]+\.xml$/i;

/** All parts with cells: macro sheets too. */
async function sheetEntries(file: Blob, located: SheetPart, work: Work): Promise<Set<ZipEntry>> {
  const reading = { file, limits: spreadsheetLimits, signal: work.signal };
  const workbookPart = normalizedName(located.workbookEntry.name);
  const relations = await relationsOf(located.directory, workbookPart, reading);
  const sheets = relations.filter(({ type }) => /^(worksheet|xl(Intl)?Macrosheet)$/.test(type));
  return new Set(sheets.flatMap(({ target }) => targetEntry(located.directory, target) ?? []));
}
