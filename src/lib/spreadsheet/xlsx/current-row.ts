import type { SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { tooLarge } from '#lib/spreadsheet/refusal.ts';

/** A row as cut from the part: numbers stand for shared strings that are not looked up yet. */
export interface ScannedRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: (string | number)[];
}

/** The row that is being cut, and how far the cells before it reached. */
export class CurrentRow {
  /** From 1. */
  number = 0;
  /** Whether the part says the number, and not only the order of the rows. */
  numbered = false;
  hidden = false;
  cells: (string | number)[] = [];
  /** From 0: of the cell that came last; -1 before the first. */
  column = -1;
  /** From 1: the last row and column with a cell. */
  lastRow = 0;
  lastColumn = 0;
  readonly #limits: SpreadsheetLimits;

  constructor(limits: SpreadsheetLimits) {
    this.#limits = limits;
  }

  /** `number`: as the row says itself; 0 where it does not. */
  begin(number: number, hidden: boolean): void {
    this.numbered = number > 0;
    this.#moveTo(number > 0 ? number : this.number + 1);
    this.hidden = hidden;
    this.cells = [];
    this.column = -1;
  }

  /** A cell begins, in the next column where it `names` none (-1). */
  reach(named: number): void {
    this.column = named >= 0 ? named : this.column + 1;
    const { columns } = this.#limits;
    if (this.column >= columns) throw tooLarge('columns', columns);
    if (this.column >= this.lastColumn) this.lastColumn = this.column + 1;
    if (this.number > this.lastRow) this.lastRow = this.number;
  }

  /** A row without its own number has that of its first cell with a reference (0: it names no row). */
  nameBy(number: number): void {
    if (number > this.number) {
      this.#moveTo(number);
      this.lastRow = Math.max(this.lastRow, number);
    }
    this.numbered = number > 0;
  }

  /** What the cell holds; a number stands for the shared string of that index. */
  put(content: string | number): void {
    if (content === '') return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = content;
  }

  /** An area counts as part of the sheet: a merged one, a table. */
  include({ row, column }: { readonly row: number; readonly column: number }): void {
    this.lastRow = Math.max(this.lastRow, Math.min(row, this.#limits.rows));
    this.lastColumn = Math.max(this.lastColumn, Math.min(column, this.#limits.columns));
  }

  #moveTo(number: number): void {
    if (number > this.#limits.rows) throw tooLarge('rows', this.#limits.rows);
    this.number = number;
  }
}
