import { Misread } from '#lib/spreadsheet/misread.ts';
import { handOn } from '#lib/spreadsheet/row-block.ts';
import type { ReadOptions, RowBlock, SheetEnd } from '#lib/spreadsheet/spreadsheet.ts';
import { piecesAsUtf8, type Decodable } from '#lib/spreadsheet/text/decode.ts';
import { ItemCutter } from './cut-items.ts';
import { endOf, type ItemList } from './give-rows.ts';

interface JsonFile {
  readonly bytes: Blob;
  readonly decodable: Decodable;
}

interface Cut {
  readonly cutter: ItemCutter;
  readonly block: RowBlock;
  /** Of the file, 0 to 1. */
  readonly share: number;
}

/** Reads the list in the fast way; undefined where that is not for this text. Throws what ItemCutter throws. */
export async function cutItems(file: JsonFile, signal?: AbortSignal): Promise<ItemList | undefined> {
  const rows: RowBlock[] = [];
  let end: ItemCutter | undefined;
  for await (const { cutter, block } of cuts(file, signal)) {
    if (block.rowCount > 0) rows.push(block);
    end = cutter;
  }
  if (!end?.whole) return undefined;
  const { columns, duplicateKeys, items } = end;
  return { header: columns.header, rows, duplicateKeys, items };
}

/** The keys of the first items; undefined where they cannot be read in the fast way. Throws as `cutItems`. */
export async function cutBeginning(file: JsonFile, signal?: AbortSignal): Promise<readonly string[] | undefined> {
  for await (const { cutter, block } of cuts(file, signal)) {
    if (cutter.isList && block.rowCount > 0) return cutter.columns.header;
  }
  return undefined;
}

/** Hands on the items as they are read, all with no other keys than the first ones. Throws Misread where it is not so. */
export async function giveItems(file: JsonFile, header: readonly string[], options: ReadOptions): Promise<SheetEnd> {
  options.onRows([{ number: 0, cells: header }]);
  let end: ItemCutter | undefined;
  for await (const { cutter, block, share } of cuts(file, options.signal)) {
    if (cutter.columns.header.length > header.length) throw new Misread();
    handOn(block, options);
    options.onProgress?.(share);
    end = cutter;
  }
  if (!end?.whole) throw new Misread();
  const { duplicateKeys, items } = end;
  return endOf({ header, duplicateKeys, items });
}

/** Ends early where the text is not for the cutter: its list is not whole then. */
async function* cuts({ bytes, decodable }: JsonFile, signal?: AbortSignal): AsyncGenerator<Cut> {
  const cutter = new ItemCutter();
  for await (const piece of piecesAsUtf8(bytes, decodable, signal)) {
    const block = cutter.push(piece.bytes, piece.last);
    if (block === undefined) return;
    yield { cutter, block, share: piece.end / bytes.size };
  }
}
