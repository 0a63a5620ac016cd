import type { RowBlock, SheetRow, SpreadsheetFormat, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import type { Table } from '#lib/import/road.ts';
import { CopiedRows } from './copied-rows.ts';

/** What a table is told before its rows come. */
interface TableOrigin {
  readonly format: SpreadsheetFormat;
  readonly text?: TextFormat;
  readonly sheet: number;
  readonly sheetName: string;
}

/** A block and the places that its rows have in the table: from `from`, up to but not including `to`. */
interface PlacedBlock {
  readonly block: RowBlock;
  readonly from: number;
  to: number;
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
  readonly #blocks: PlacedBlock[] = [];
  /** The block that was looked into last: the next look mostly falls into it, too. */
  #at: PlacedBlock = { block: new CopiedRows(), from: 0, to: 0 };
  /** Takes the rows that come one by one. */
  #copied = { block: new CopiedRows(), from: 0, to: 0 };

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

  /** Rows below the header that stay where they are. */
  addBlock(block: RowBlock): void {
    this.lastColumn = Math.max(this.lastColumn, block.widest);
    const from = this.rowCount;
    this.rowCount += block.rowCount;
    this.#blocks.push({ block, from, to: this.rowCount });
  }

  rowNumber(row: number): number {
    const { block, from } = this.#blockOf(row);
    return block.rowNumber(row - from);
  }

  cell(row: number, column: number): string {
    const { block, from } = this.#blockOf(row);
    return block.cell(row - from, column);
  }

  cells(row: number): readonly string[] {
    const { block, from } = this.#blockOf(row);
    return block.cells(row - from);
  }

  #begin(row: SheetRow): void {
    this.header = row.cells;
    this.headerRowNumber = row.number;
  }

  #append(row: SheetRow): void {
    if (this.#copied.to !== this.rowCount || this.#copied.block.full || this.rowCount === 0) {
      this.#copied = { block: new CopiedRows(), from: this.rowCount, to: this.rowCount };
      this.#blocks.push(this.#copied);
    }
    this.#copied.block.add(row);
    this.#copied.to = ++this.rowCount;
  }

  #blockOf(row: number): PlacedBlock {
    if (row >= this.#at.from && row < this.#at.to) return this.#at;
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#blocks[middle]?.to ?? 0) > row) high = middle;
      else low = middle + 1;
    }
    const found = this.#blocks[low];
    if (found === undefined || !(row >= found.from)) throw new RangeError(`The table has no row ${row}`);
    return (this.#at = found);
  }
}
