import { SheetWeight } from '#lib/spreadsheet/sheet-weight.ts';
import type { SheetRow } from '#lib/spreadsheet/spreadsheet.ts';
import { FILLED_CELLS, KeyColumns } from './key-columns.ts';
import type { JsonScanner } from './scanner.ts';

const QUOTE = 0x22;

interface KnownKey {
  /** As it stands in the text, quotes included. */
  readonly source: string;
  readonly column: number;
}

/** Objects as rows: a column for each key, in the order in which keys are first seen. */
export class ItemTable {
  readonly columns = new KeyColumns();
  /** With holes from the cell FILLED_CELLS on. */
  readonly rows: SheetRow[] = [];
  /** Of two members with the same key the last counts, as in JSON.parse. */
  duplicateKeys = 0;
  /** Items so far, those without text included. */
  items = 0;

  /** The keys of the object before: the next one mostly has the same in the same order, and comparing is cheap. */
  #expected: KnownKey[] = [];
  /** For each column the last item that had its key. */
  readonly #lastItem: number[] = [];
  readonly #blank: string[] = [];
  readonly #weight = new SheetWeight();

  /**
   * Reads the object where the scanner stands. Throws Refusal: json-syntax, too-large (columns, rows, cells, text,
   * nesting).
   */
  add(scanner: JsonScanner): void {
    this.items++;
    const cells = this.#blank.slice();
    const keys: KnownKey[] = [];
    let length = 0;
    let hasText = false;
    if (scanner.enter()) {
      do {
        const key = this.#key(scanner, keys.length);
        keys.push(key);
        scanner.colon();
        if (this.#lastItem[key.column] === this.items) this.duplicateKeys++;
        this.#lastItem[key.column] = this.items;
        const text = scanner.cell();
        cells[key.column] = text;
        length += text.length;
        hasText ||= text.trim() !== '';
      } while (scanner.moreMembers());
    }
    this.#expected = keys;
    if (!hasText) return;
    this.#weight.add(1, cells.length, length);
    this.rows.push({ number: this.items, cells });
  }

  #key(scanner: JsonScanner, index: number): KnownKey {
    if (scanner.next() !== QUOTE) scanner.fail();
    const expected = this.#expected[index];
    if (expected !== undefined && scanner.text.startsWith(expected.source, scanner.at)) {
      scanner.at += expected.source.length;
      return expected;
    }
    const start = scanner.at;
    const name = scanner.string();
    const known = this.columns.header.length;
    const column = this.columns.columnOf(name);
    if (column === known && column < FILLED_CELLS) this.#blank.push('');
    return { source: scanner.text.slice(start, scanner.at), column };
  }
}
