import type { SheetRow, SpreadsheetFormat, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import type { Table } from '#lib/import/road.ts';

/** Rows in one chunk; a power of two, so that finding a row is a shift and a mask. */
const CHUNK = 4096;
const CHUNK_BITS = 12;

/**
 * [Note: a table without an object for each cell] The rows' texts lie one behind another in one array for each 4,096
 * rows, beside where each row begins and its number. A full-height sheet is then 257 chunks that never move, where an
 * array for each row would be a million objects, and one array for all would be copied each time it grows.
 */
interface Chunk {
  readonly texts: string[];
  /** Where each row's texts begin; the last entry is where the next row's will. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
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
    return place < (starts[at + 1] ?? 0) ? (texts[place] ?? '') : '';
  }

  cells(row: number): readonly string[] {
    const { texts, starts } = this.#chunk(row);
    const at = row & (CHUNK - 1);
    return texts.slice(starts[at] ?? 0, starts[at + 1] ?? 0);
  }

  #begin(row: SheetRow): void {
    this.header = row.cells;
    this.headerRowNumber = row.number;
  }

  #append(row: SheetRow): void {
    const at = this.rowCount & (CHUNK - 1);
    if (at === 0) this.#chunks.push({ texts: [], starts: new Uint32Array(CHUNK + 1), numbers: new Uint32Array(CHUNK) });
    const { texts, starts, numbers } = this.#chunk(this.rowCount);
    for (const text of row.cells) texts.push(text);
    starts[at + 1] = texts.length;
    numbers[at] = row.number;
    this.rowCount++;
  }

  #chunk(row: number): Chunk {
    const chunk = this.#chunks[row >>> CHUNK_BITS];
    if (chunk === undefined) throw new RangeError(`The table has no row ${row}`);
    return chunk;
  }
}
