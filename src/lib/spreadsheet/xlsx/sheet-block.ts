import type { RowBlock } from '#lib/spreadsheet/spreadsheet.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { TextPack } from './text-pack.ts';

/** What many cells of many sheets hold: one string object for all of them, and no place for each. */
const KNOWN = ['TRUE', 'FALSE', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/**
 * [Note: a cell is a number] 0 where a cell has no text; from here on the index of a shared string; below zero one of
 * KNOWN, or beyond those the place of a text of the block's own. So a table holds four bytes a cell, and a shared string
 * is neither looked up nor copied before somebody looks at its cell.
 */
export const SHARED = 1;
export const TRUE = -1;
export const FALSE = -2;
/** Of the text '0'; the other digits follow downwards. */
export const ZERO = -3;
const FIRST_OWN = -1 - KNOWN.length;

export function ownCode(place: number): number {
  return FIRST_OWN - place;
}

/** -1 where the cell has no text of the block's own. */
export function ownPlace(code: number): number {
  return code <= FIRST_OWN ? FIRST_OWN - code : -1;
}

/** 0 where the text has none. */
export function knownCode(text: string): number {
  if (text.length > 5 || (text.length > 1 && text !== 'TRUE' && text !== 'FALSE')) return 0;
  return ~KNOWN.indexOf(text);
}

export function isBlank(code: number, strings: SharedTexts): boolean {
  return code === 0 || (code >= SHARED && strings.lengthOf(code - SHARED) === 0);
}

/** Rows of a sheet: see [Note: a cell is a number]. */
export class SheetBlock implements RowBlock {
  readonly rowCount: number;
  readonly widest: number;
  readonly hiddenRows: number;
  readonly cellCount: number;
  readonly #cells: Int32Array;
  readonly #starts: Uint32Array;
  readonly #numbers: Uint32Array;
  readonly #own: TextPack;
  readonly #shared: SharedTexts;

  /** `starts`: the first cell of each row, and the end of the last one. */
  constructor(
    cells: Int32Array,
    starts: Uint32Array,
    numbers: Uint32Array,
    hiddenRows: number,
    own: TextPack,
    shared: SharedTexts
  ) {
    this.rowCount = numbers.length;
    this.hiddenRows = hiddenRows;
    this.cellCount = cells.length;
    this.#cells = cells;
    this.#starts = starts;
    this.#numbers = numbers;
    this.#own = own;
    this.#shared = shared;
    let widest = 0;
    for (let row = 0; row < numbers.length; row++) {
      widest = Math.max(widest, (starts[row + 1] ?? 0) - (starts[row] ?? 0));
    }
    this.widest = widest;
  }

  rowNumber(row: number): number {
    return this.#numbers[row] ?? 0;
  }

  cell(row: number, column: number): string {
    const place = (this.#starts[row] ?? 0) + column;
    return place < (this.#starts[row + 1] ?? 0) ? this.#text(this.#cells[place] ?? 0) : '';
  }

  cells(row: number): readonly string[] {
    const end = this.#starts[row + 1] ?? 0;
    const cells: string[] = [];
    for (let place = this.#starts[row] ?? 0; place < end; place++) cells.push(this.#text(this.#cells[place] ?? 0));
    return cells;
  }

  /** Of all cells, in UTF-16 units. */
  textLength(): number {
    let length = 0;
    for (const code of this.#cells) {
      if (code >= SHARED) length += this.#shared.lengthOf(code - SHARED);
      else if (code <= FIRST_OWN) length += this.#own.lengthOf(FIRST_OWN - code);
      else if (code !== 0) length += KNOWN[~code]?.length ?? 0;
    }
    return length;
  }

  #text(code: number): string {
    if (code >= SHARED) return this.#shared.at(code - SHARED);
    if (code === 0) return '';
    return code > FIRST_OWN ? (KNOWN[~code] ?? '') : this.#own.at(FIRST_OWN - code);
  }
}
