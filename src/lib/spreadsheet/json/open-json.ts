import { unlessMisread } from '#lib/spreadsheet/misread.ts';
import { orFailure, Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import type { OpenedSpreadsheet, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { decodedText, type Decodable } from '#lib/spreadsheet/text/decode.ts';
import { sheetName } from '#lib/spreadsheet/text/sheet-name.ts';
import { cutBeginning, cutItems, giveItems } from './cut-file.ts';
import { giveRows, type ItemList } from './give-rows.ts';
import { ItemTable } from './item-table.ts';
import { readItems } from './read-items.ts';

/** The text may have to be held whole, and no browser holds a string of much more than 500 million characters. */
const FILE_BYTES = 256 * 1024 * 1024;

interface JsonOptions {
  readonly format: TextFormat;
  /** See [Note: the beginning is believed]. */
  readonly trusting?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens a list of objects. The header is a row of its own with the number 0: the union of all keys, in the order in
 * which they are first seen. The others' numbers are the items' positions from 1 (for one object a line too).
 * Throws Refusal: json-syntax, json-shape, too-large, no-data; Misread.
 */
export async function openJson(
  source: { readonly name: string; readonly bytes: Blob },
  decodable: Decodable,
  { format, trusting, signal }: JsonOptions
): Promise<OpenedSpreadsheet> {
  const { name, bytes } = source;
  if (bytes.size > FILE_BYTES) throw tooLarge('file-bytes', FILE_BYTES);
  const opened = (header: readonly string[], readSheet: OpenedSpreadsheet['readSheet']): OpenedSpreadsheet => ({
    format: 'json',
    text: format,
    sheets: [{ name: sheetName(name), hidden: false, hasData: true, firstRow: header }],
    readSheet
  });
  const file = { bytes, decodable };
  const believed = trusting ? await cutBeginning(file, signal) : undefined;
  if (believed !== undefined) {
    return opened(believed, (sheet, options) =>
      orFailure(() => unlessMisread(options, () => giveItems(file, believed, options)))
    );
  }
  const list = (await cutItems(file, signal)) ?? (await scannedItems(source, decodable, signal));
  if (list.rows.length === 0) throw new Refusal({ code: 'no-data' });
  return opened(list.header, (sheet, options) => orFailure(() => giveRows(list, options)));
}

async function scannedItems(
  { name, bytes }: { readonly name: string; readonly bytes: Blob },
  decodable: Decodable,
  signal?: AbortSignal
): Promise<ItemList> {
  const text = await decodedText(bytes, decodable, signal);
  const { columns, rows, duplicateKeys, items } = await readItems(
    text,
    hasItemsInLines(name),
    () => new ItemTable(),
    signal
  );
  return { header: columns.header, rows, duplicateKeys, items };
}

/** Whether the name promises one object a line. */
export function hasItemsInLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(name);
}
