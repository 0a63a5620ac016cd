import type { SheetRow, SpreadsheetFormat, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import type { Table } from '#lib/import/road.ts';
import { PackedTexts } from './packed-texts.ts';

/** Rows in one chunk; a power of two, so that finding a row is a shift and a mask. */
const CHUNK = 4096;
const CHUNK_BITS = 12;

/**
 * [Note: a table without an object for each cell] The rows' texts lie one behind another in PackedTexts for each 4,096
 * rows, beside where each row begins and its number. A full-height sheet is then 256 chunks of a few objects each, where
 * a string for each cell would be three million; a cell that is looked at is cut out anew.
 */
interface Chunk {
  readonly texts: PackedTexts | LooseTexts;
  /** Where each row's texts begin; the last entry is where the next row's will. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
}

/** The rows that come last, until there are 4,096 of them. */
class LooseTexts {
  readonly all: string[] = [];

  at(place: number): string {
    return this.all[place] ?? '';
  }
}

/** What a table is told before its rows come. */
export interface TableOrigin {
  readonly format: SpreadsheetFormat;
  readonly text?: TextFormat;
  readonly sheet: number;
  readonly sheetName: string;
}

/** A table that grows while it is read: the first row that it is given is its header, the others follow. */
export class TextTable implements Table {
  readonly format: SpreadsheetFormat;
  readonly text?: TextFormat;
  readonly sheet: number;
  readonly sheetName: string;
  headerRowNumber = 0;
  header: readonly string[] = [];
  rowCount = 0;
  lastColumn = 0;
  readonly #chunks: Chunk[] = [];
  #last = newChunk();

  constructor(origin: TableOrigin) {
    this.format = origin.format;
    if (origin.text) this.text = origin.text;
    this.sheet = origin.sheet;
    this.sheetName = origin.sheetName;
  }

  add(rows: readonly SheetRow[]): void {
    for (const row of rows) {
      this.lastColumn = Math.max(this.lastColumn, row.cells.length);
      if (this.header.length > 0) this.#append(row);
      else this.#begin(row);
    }
  }

  rowNumber(row: number): number {
    return this.#chunk(row).numbers[row & (CHUNK - 1)] ?? 0;
  }

  cell(row: number, column: number): string {
    const { texts, starts } = this.#chunk(row);
    const at = row & (CHUNK - 1);
    const place = (starts[at] ?? 0) + column;
    return place < (starts[at + 1] ?? 0) ? texts.at(place) : '';
  }

  cells(row: number): readonly string[] {
    const { texts, starts } = this.#chunk(row);
    const at = row & (CHUNK - 1);
    const cells: string[] = [];
    for (let place = starts[at] ?? 0; place < (starts[at + 1] ?? 0); place++) cells.push(texts.at(place));
    return cells;
  }

  #begin(row: SheetRow): void {
    this.header = row.cells;
    this.headerRowNumber = row.number;
  }

  #append(row: SheetRow): void {
    const at = this.rowCount & (CHUNK - 1);
    if (at === 0) this.#chunks.push(this.#last);
    const { starts, numbers } = this.#last;
    const texts = this.#last.texts.all;
    for (const text of row.cells) texts.push(text);
    starts[at + 1] = texts.length;
    numbers[at] = row.number;
    this.rowCount++;
    if (at < CHUNK - 1) return;
    this.#chunks[this.#chunks.length - 1] = { starts, numbers, texts: new PackedTexts(texts) };
    this.#last = newChunk();
  }

  #chunk(row: number): Chunk {
    const chunk = this.#chunks[row >>> CHUNK_BITS];
    if (chunk === undefined) throw new RangeError(`The table has no row ${row}`);
    return chunk;
  }
}

function newChunk(): Chunk & { readonly texts: LooseTexts } {
  return { texts: new LooseTexts(), starts: new Uint32Array(CHUNK + 1), numbers: new Uint32Array(CHUNK) };
}
