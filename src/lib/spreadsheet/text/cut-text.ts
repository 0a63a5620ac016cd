import type { RowBlock } from '#lib/spreadsheet/spreadsheet.ts';
import { GatheredText } from './gathered-text.ts';

/** In place of a cell's end: the cell is a text of its own. */
const APART = -1;
/** Cells that there is room for at first; a piece of a file has some ten thousand. */
const ROOM = 16_384;

/**
 * [Note: cut, not copied] Rows as the places in a text where their cells begin and end: eight bytes a cell, and nothing
 * for the collector to look after. A cell becomes a string when somebody looks at it, most of them once.
 *
 * [Note: plain and other cells] Cells of ASCII alone, nearly all, lie in one text, which costs one byte a character and
 * next to nothing to decode; a single ł would double that. Those beyond ASCII, and those that mean something else than
 * what is written, lie in another: their first place is told as its complement, a negative number.
 */
export class CutText implements RowBlock {
  readonly rowCount: number;
  readonly widest: number;
  readonly cellCount: number;
  readonly #plain: string;
  readonly #other: string;
  readonly #spans: Int32Array;
  readonly #apart: readonly string[];
  readonly #starts: Uint32Array;
  readonly #numbers: Uint32Array;

  /** Throws Misread where what was gathered is none. */
  constructor(plain: string, cuts: Cuts) {
    const { rowCount } = cuts;
    this.rowCount = rowCount;
    this.widest = cuts.widest;
    this.#plain = plain;
    this.#other = cuts.other.text();
    this.#starts = cuts.starts.slice(0, rowCount + 1);
    this.cellCount = this.#starts[rowCount] ?? 0;
    this.#spans = cuts.spans.slice(0, 2 * this.cellCount);
    this.#apart = cuts.apart;
    this.#numbers = cuts.numbers.slice(0, rowCount);
  }

  rowNumber(row: number): number {
    return this.#numbers[row] ?? 0;
  }

  cell(row: number, column: number): string {
    const place = (this.#starts[row] ?? 0) + column;
    return place < (this.#starts[row + 1] ?? 0) ? this.#at(place) : '';
  }

  cells(row: number): readonly string[] {
    const end = this.#starts[row + 1] ?? 0;
    const cells: string[] = [];
    for (let place = this.#starts[row] ?? 0; place < end; place++) cells.push(this.#at(place));
    return cells;
  }

  /** Of all cells, in UTF-16 units. */
  textLength(): number {
    const spans = this.#spans;
    let length = 0;
    for (let at = 0; at < spans.length; at += 2) {
      const from = spans[at] ?? 0;
      const to = spans[at + 1] ?? 0;
      if (from >= 0) length += to - from;
      else length += to === APART ? (this.#apart[~from] ?? '').length : to - ~from;
    }
    return length;
  }

  #at(place: number): string {
    const from = this.#spans[2 * place] ?? 0;
    const to = this.#spans[2 * place + 1] ?? 0;
    if (from >= 0) return this.#plain.slice(from, to);
    return to === APART ? (this.#apart[~from] ?? '') : this.#other.slice(~from, to);
  }
}

/** Where a text is being cut. One is used for many texts: `clear` begins the next one. */
export class Cuts {
  rowCount = 0;
  widest = 0;
  /** Begin and end of each cell. See [Note: plain and other cells]. */
  spans = new Int32Array(2 * ROOM);
  readonly other = new GatheredText();
  /** The first cell of each row, and of the one that is being cut. */
  starts = new Uint32Array(ROOM);
  numbers = new Uint32Array(ROOM);
  apart: string[] = [];
  /** Cells so far, those of the row that is being cut included. */
  count = 0;

  clear(): void {
    this.rowCount = 0;
    this.widest = 0;
    this.count = 0;
    this.apart = [];
    this.other.clear();
  }

  /** Cells of the row that is being cut. */
  get width(): number {
    return this.count - (this.starts[this.rowCount] ?? 0);
  }

  add(from: number, to: number): void {
    const at = 2 * this.count++;
    if (at === this.spans.length) this.spans = grown(this.spans, new Int32Array(2 * at));
    this.spans[at] = from;
    this.spans[at + 1] = to;
  }

  /** A cell of which the last units of `other` are the text, from `units` on. */
  addOther(units: number): void {
    this.add(~units, this.other.units);
  }

  addText(text: string): void {
    this.add(~this.apart.length, APART);
    this.apart.push(text);
  }

  /** Puts a cell in the place of the row's cell in that column, which was added before. */
  set(column: number, from: number, to: number): void {
    const at = 2 * ((this.starts[this.rowCount] ?? 0) + column);
    this.spans[at] = from;
    this.spans[at + 1] = to;
  }

  setOther(column: number, units: number): void {
    this.set(column, ~units, this.other.units);
  }

  setText(column: number, text: string): void {
    this.set(column, ~this.apart.length, APART);
    this.apart.push(text);
  }

  endRow(number: number): void {
    this.widest = Math.max(this.widest, this.width);
    this.numbers[this.rowCount++] = number;
    if (this.rowCount === this.starts.length) {
      this.starts = grown(this.starts, new Uint32Array(2 * this.rowCount));
      this.numbers = grown(this.numbers, new Uint32Array(2 * this.rowCount));
    }
    this.starts[this.rowCount] = this.count;
  }

  /** Forgets the cells of the row that is being cut. */
  dropRow(): void {
    this.count = this.starts[this.rowCount] ?? 0;
  }
}

function grown<Numbers extends Int32Array | Uint32Array>(before: Numbers, after: Numbers): Numbers {
  after.set(before);
  return after;
}
