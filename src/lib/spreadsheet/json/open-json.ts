import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { orFailure, Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import type { OpenedSpreadsheet, ReadOptions, SheetEnd, SheetRow, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { decodedText } from '#lib/spreadsheet/text/decode.ts';
import type { DecodableFile } from '#lib/spreadsheet/text/detect-encoding.ts';
import { sheetName } from '#lib/spreadsheet/text/sheet-name.ts';
import { FILLED_CELLS, ItemTable } from './item-table.ts';
import { readItems } from './read-items.ts';

/** The text is held whole, and no browser holds a string of much more than 500 million characters. */
const FILE_BYTES = 256 * 1024 * 1024;
const CELLS_IN_BATCH = 20_000;

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
  const text = await decodedText(bytes, { encoding, decoded }, signal);
  const table = await readItems(text, hasItemsInLines(name), () => new ItemTable(), signal);
  if (table.rows.length === 0) throw new Refusal({ code: 'no-data' });
  return {
    format: 'json',
    text: { encoding, byteOrderMark, lineEnd: lineEnd(text) },
    sheets: [{ name: sheetName(name), hidden: false, hasData: true, firstRow: table.header }],
    readSheet: (sheet, options) => orFailure(() => handOn(table, options))
  };
}

/** Whether the name promises one object a line. */
export function hasItemsInLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}

async function handOn(table: ItemTable, options: ReadOptions): Promise<SheetEnd> {
  const { onRows, onProgress, signal } = options;
  const { header, rows, duplicateKeys } = table;
  const batchSize = Math.max(1, Math.min(2000, Math.floor(CELLS_IN_BATCH / header.length)));
  onRows([{ number: 0, cells: header }]);
  for (let from = 0; from < rows.length; from += batchSize) {
    await pauseWhenDue(signal);
    onRows(rows.slice(from, from + batchSize).map(withoutHoles));
    onProgress?.(Math.min(1, (from + batchSize) / rows.length));
  }
  return {
    ok: true,
    lastRow: table.items,
    lastColumn: header.length,
    notes: { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0, duplicateKeys }
  };
}

function withoutHoles(row: SheetRow): SheetRow {
  const { number, cells } = row;
  if (cells.length <= FILLED_CELLS) return row;
  return { number, cells: Array.from(cells, (cell: string | undefined) => cell ?? '') };
}

function lineEnd(text: string): TextFormat['lineEnd'] {
  return /\r\n|\n|\r/.exec(text.slice(0, 65_536))?.[0] === '\r\n' ? '\r\n' : '\n';
}
