import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { tooLarge } from '#lib/spreadsheet/refusal.ts';

/** Rows are filled up with '' to so many cells; beyond, rare keys would make each row as long as all keys together. */
export const FILLED_CELLS = 64;

/** A column for each key, in the order in which keys are first seen. */
export class KeyColumns {
  readonly header: string[] = [];
  readonly #columns = new Map<string, number>();

  /** Throws Refusal: too-large (columns). */
  columnOf(key: string): number {
    let column = this.#columns.get(key);
    if (column === undefined) {
      column = this.header.length;
      if (column === spreadsheetLimits.columns) throw tooLarge('columns', spreadsheetLimits.columns);
      this.header.push(key);
      this.#columns.set(key, column);
    }
    return column;
  }
}
