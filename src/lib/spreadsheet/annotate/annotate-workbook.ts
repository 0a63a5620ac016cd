import { orFailure } from '#lib/spreadsheet/refusal.ts';
import type { FileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import type { SheetPart } from '#lib/spreadsheet/xlsx/locate-sheet.ts';
import { locateSheetPart } from '#lib/spreadsheet/xlsx/locate-sheet.ts';
import type { DeflateElsewhere } from '#lib/spreadsheet/zip/deflate-part.ts';
import { entryBytes, type InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import type { ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { LAST_COLUMN } from './cell-text.ts';
import { ElementSplitter } from './element-splitter.ts';
import { planMask } from './mask-workbook.ts';
import { PartEncoding } from './part-encoding.ts';
import type { PartChange, Work } from './rewrite-package.ts';
import { rewritePackage, WholePart } from './rewrite-package.ts';
import type { ResultCell } from './sheet-patch.ts';
import { SheetPatch } from './sheet-patch.ts';
import type { ToneStyles } from './styles-patch.ts';
import { patchStyles } from './styles-patch.ts';

export type { ResultCell } from './sheet-patch.ts';

export interface AnnotateOptions {
  /** Its place in the workbook, as in OpenedSpreadsheet.sheets. */
  readonly sheet: number;
  readonly header: { readonly rowNumber: number; readonly text: string };
  /** Result for a 1-based row number; undefined: the row stays as it is. */
  readonly cellFor: (rowNumber: number) => ResultCell | undefined;
  /** 1-based column the results stand in. A cell already there is replaced (a result file that came again). */
  readonly column: number;
  /** 1-based columns whose cells below the header are replaced by dots, and with them their texts elsewhere. */
  readonly maskColumns: readonly number[];
  readonly signal?: AbortSignal;
  /** Share of the sheet done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Of large parts; absent: the same thread. */
  readonly inflate?: InflateEntry;
  readonly deflate?: DeflateElsewhere;
}

type AnnotateFailure =
  | FileFailure
  /** The sheet has something in its very last column. */
  | { readonly code: 'no-room' };

/**
 * The file itself with one more cell at the end of its rows (product.md, Result workbook). Only the sheet's part and,
 * for the colours, the styles part differ [Note: what masking changes]; every other part is the same bytes, never
 * inflated. Rows keep their cells; no row is added. Rejects with the signal's reason.
 */
export async function annotateWorkbook(file: Blob, options: AnnotateOptions): Promise<Blob | AnnotateFailure> {
  if (options.column > LAST_COLUMN) return { code: 'no-room' };
  const located = await locateSheetPart(file, options.sheet, options.signal);
  if (isFileFailure(located)) return located;
  return orFailure(async () => {
    const { signal, onProgress, inflate, deflate } = options;
    const work: Work = { signal, onProgress, inflate, deflate };
    const area = { columns: new Set(options.maskColumns), headerRow: options.header.rowNumber };
    const mask = area.columns.size > 0 ? await planMask(file, located, area, work) : undefined;
    const changes = new Map<ZipEntry, PartChange>(mask?.changes);
    const styles = await patchedStyles(file, located, work);
    if (styles) changes.set(styles.entry, new WholePart(() => styles.xml));
    const { column, header, cellFor } = options;
    const patch = new SheetPatch({ column, header, cellFor }, styles?.styles, mask?.sheet);
    changes.set(located.sheetEntry, new ElementSplitter('sheetData', 'row', patch));
    return rewritePackage(file, located.directory, changes, work);
  });
}

/** Styles are small and are known before the sheet that names them, wherever in the package they stand. */
async function patchedStyles(
  file: Blob,
  { stylesEntry: entry }: SheetPart,
  work: Work
): Promise<{ entry: ZipEntry; xml: string; styles: ToneStyles } | undefined> {
  if (!entry) return undefined;
  const bytes = await entryBytes(file, entry, undefined, work.signal);
  const encoding = new PartEncoding(bytes);
  const patched = patchStyles(encoding.decode(bytes) + encoding.decode());
  return patched && { entry, ...patched };
}
