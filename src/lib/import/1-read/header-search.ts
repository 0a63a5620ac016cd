import { isEmail } from '#lib/domain/person.ts';
import type { SheetRow } from '#lib/spreadsheet/spreadsheet.ts';

/** A title, a date, a few words to whoever fills it in: a header further below is hardly one. */
const SEARCHED_ROWS = 20;

/**
 * [Note: where the header stands] It is the first of the sheet's first 20 rows with text that reads as the kind's header,
 * and the first row where none does: then the person is asked. The search ends at a row with an email: above a header
 * there are titles, and a header that was sorted in among people must not swallow those above it.
 */
export class HeaderSearch {
  /** Rows with text above the header. */
  passedOver: readonly SheetRow[] = [];
  readonly #isHeader: (cells: readonly string[]) => boolean;
  #waiting: SheetRow[] | null = [];

  constructor(isHeader: (cells: readonly string[]) => boolean) {
    this.#isHeader = isHeader;
  }

  get found(): boolean {
    return this.#waiting === null;
  }

  /** Of the next rows with text those that the table has, its header first: none until it is known where that is. */
  pass(rows: readonly SheetRow[]): readonly SheetRow[] {
    if (this.#waiting === null) return rows;
    for (const [at, row] of rows.entries()) {
      if (this.#isHeader(row.cells)) {
        this.passedOver = this.#waiting;
        this.#waiting = null;
        return rows.slice(at);
      }
      this.#waiting.push(row);
      const isPerson = row.cells.some((text) => isEmail(text.trim()));
      if (isPerson || this.#waiting.length === SEARCHED_ROWS) return [...this.end(), ...rows.slice(at + 1)];
    }
    return [];
  }

  /** The rows that were held back, when there are no more. */
  end(): readonly SheetRow[] {
    const rows = this.#waiting ?? [];
    this.#waiting = null;
    return rows;
  }
}
