import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { orFailure, Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import { handOn } from '#lib/spreadsheet/row-block.ts';
import type {
  OpenedSpreadsheet,
  ReadOptions,
  RowBlock,
  SheetEnd,
  SheetRow,
  TextFormat
} from '#lib/spreadsheet/spreadsheet.ts';
import { decodedPieces, decodedText, type Decodable } from '#lib/spreadsheet/text/decode.ts';
import type { DecodableFile } from '#lib/spreadsheet/text/detect-encoding.ts';
import { sheetName } from '#lib/spreadsheet/text/sheet-name.ts';
import { ItemCutter } from './cut-items.ts';
import { ItemTable } from './item-table.ts';
import { FILLED_CELLS } from './key-columns.ts';
import { readItems } from './read-items.ts';

/** The text is held whole, and no browser holds a string of much more than 500 million characters. */
const FILE_BYTES = 256 * 1024 * 1024;
const CELLS_IN_BATCH = 20_000;
const BEGINNING = 65_536;

/**
 * Opens a list of objects. The header is a row of its own with the number 0: the union of all keys, in the order in
 * which they are first seen. The others' numbers are the items' positions from 1 (for one object a line too).
 * Throws Refusal: json-syntax, json-shape, too-large, no-data.
 */
export async function openJson(
  source: { readonly name: string; readonly bytes: Blob },
  { encoding, byteOrderMark, decoded }: DecodableFile,
  signal?: AbortSignal
): Promise<OpenedSpreadsheet> {
  const { name, bytes } = source;
  if (bytes.size > FILE_BYTES) throw tooLarge('file-bytes', FILE_BYTES);
  const decodable = { encoding, decoded };
  const cut = await cutItems(bytes, decodable, signal);
  const list = cut ?? (await itemsOf(await decodedText(bytes, decodable, signal), hasItemsInLines(name), signal));
  if (list.rowCount === 0) throw new Refusal({ code: 'no-data' });
  return {
    format: 'json',
    text: { encoding, byteOrderMark, lineEnd: lineEndIn(list.beginning) },
    sheets: [{ name: sheetName(name), hidden: false, hasData: true, firstRow: list.header }],
    readSheet: (sheet, options) => orFailure(() => giveRows(list, options))
  };
}

/** Whether the name promises one object a line. */
export function hasItemsInLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}

/** The items, however they were read. */
interface ItemList {
  readonly header: readonly string[];
  readonly duplicateKeys: number;
  readonly items: number;
  readonly rowCount: number;
  readonly rows: SheetRow[] | readonly RowBlock[];
  /** Of the text, enough to see a line's end. */
  readonly beginning: string;
}

/** Reads the list in the fast way; undefined where that is not for this text. */
async function cutItems(file: Blob, decodable: Decodable, signal?: AbortSignal): Promise<ItemList | undefined> {
  const cutter = new ItemCutter();
  let beginning = '';
  for await (const { text, utf8, last } of decodedPieces(file, decodable, signal)) {
    if (beginning.length < BEGINNING) beginning += text.slice(0, BEGINNING);
    if (!cutter.push(text, utf8, last)) return undefined;
  }
  if (!cutter.whole) return undefined;
  const { columns, blocks: rows, duplicateKeys, items, rowCount } = cutter;
  return { header: columns.header, rows, duplicateKeys, items, rowCount, beginning };
}

async function itemsOf(text: string, oneALine: boolean, signal?: AbortSignal): Promise<ItemList> {
  const { columns, rows, duplicateKeys, items } = await readItems(text, oneALine, () => new ItemTable(), signal);
  const beginning = text.slice(0, BEGINNING);
  return { header: columns.header, rows, duplicateKeys, items, rowCount: rows.length, beginning };
}

async function giveRows(list: ItemList, options: ReadOptions): Promise<SheetEnd> {
  const { onRows, onProgress, signal } = options;
  const { header, rows, duplicateKeys } = list;
  onRows([{ number: 0, cells: header }]);
  const batchSize = Math.max(1, Math.min(2000, Math.floor(CELLS_IN_BATCH / header.length)));
  let batch: SheetRow[] = [];
  for (const [at, row] of rows.entries()) {
    if ('rowCount' in row) {
      await pauseWhenDue(signal);
      handOn(row, options);
    } else if (batch.push(withoutHoles(row)) === batchSize) {
      await pauseWhenDue(signal);
      onRows(batch);
      batch = [];
    }
    if (batch.length === 0) onProgress?.((at + 1) / rows.length);
  }
  if (batch.length > 0) onRows(batch);
  onProgress?.(1);
  return {
    ok: true,
    lastRow: list.items,
    lastColumn: header.length,
    notes: { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0, duplicateKeys }
  };
}

function withoutHoles(row: SheetRow): SheetRow {
  const { number, cells } = row;
  if (cells.length <= FILLED_CELLS) return row;
  return { number, cells: Array.from(cells, (cell: string | undefined) => cell ?? '') };
}

export function lineEndIn(text: string): TextFormat['lineEnd'] {
  return /\r\n|\n|\r/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}
