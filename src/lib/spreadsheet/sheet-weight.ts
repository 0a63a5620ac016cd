import { spreadsheetLimits, type SpreadsheetLimits } from './limits.ts';
import { tooLarge } from './refusal.ts';
import type { SheetRow } from './spreadsheet.ts';

/**
 * What the rows of one sheet cost whoever takes them, in any format: all that is handed on is held, and few bytes of a
 * file can be a row of very many cells, or the text of very many.
 */
export class SheetWeight {
  #rows = 0;
  #cells = 0;
  #text = 0;

  constructor(private readonly limits: SpreadsheetLimits = spreadsheetLimits) {}

  /** `text`: UTF-16 units of all these cells. Throws Refusal: too-large (rows, cells, text). */
  add(rows: number, cells: number, text: number): void {
    const { limits } = this;
    this.#rows += rows;
    this.#cells += cells;
    this.#text += text;
    if (this.#rows > limits.rows) throw tooLarge('rows', limits.rows);
    if (this.#cells > limits.cells) throw tooLarge('cells', limits.cells);
    if (this.#text > limits.text) throw tooLarge('text', limits.text);
  }

  /** Throws as `add`. */
  addRows(rows: readonly SheetRow[]): void {
    let count = 0;
    let length = 0;
    for (const { cells } of rows) {
      count += cells.length;
      for (const text of cells) length += text.length;
    }
    this.add(rows.length, count, length);
  }
}
