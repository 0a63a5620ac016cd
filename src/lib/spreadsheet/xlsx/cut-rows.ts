import type { SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { tooLarge } from '#lib/spreadsheet/refusal.ts';
import { isBlank, knownCode, ownCode, ownPlace, SHARED, SheetBlock } from './sheet-block.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { TextPack } from './text-pack.ts';
import { TextPacker } from './text-packer.ts';

const ROOM = 16_384;
/** Beyond any table of shared strings: a cell with such an index has no text. */
const GREATEST_INDEX = 0x7fff_fffe;

/** The rows that are being cut, and how far cells reached. A cell is a code as in SheetBlock. */
export class CutRows {
  /** Of the row that is being cut: from 1; and whether the part says the number, and not only the order of the rows. */
  number = 0;
  numbered = false;
  isOpen = false;
  /** From 0: of the cell that came last; -1 before the first. */
  column = -1;
  /** From 1: the last row and column with a cell, of the whole sheet. */
  lastRow = 0;
  lastColumn = 0;
  rowCount = 0;
  /** The greatest index of a shared string since the last block; -1 without one. */
  lastShared = -1;
  readonly texts = new TextPacker();
  #hidden = false;
  #cells = new Int32Array(ROOM);
  /** The first cell of each row, and of the one that is being cut. */
  #starts = new Uint32Array(ROOM);
  #numbers = new Uint32Array(ROOM);
  #hiddenRows: number[] = [];
  #start = 0;
  #width = 0;
  readonly #limits: SpreadsheetLimits;

  constructor(limits: SpreadsheetLimits) {
    this.#limits = limits;
  }

  /** Cells of the rows since the last block. */
  get cellCount(): number {
    return this.#start;
  }

  /** `number`: as the row says itself; 0 where it does not. */
  begin(number: number, hidden: boolean): void {
    this.numbered = number > 0;
    this.#moveTo(number > 0 ? number : this.number + 1);
    this.isOpen = true;
    this.#hidden = hidden;
    this.column = -1;
    this.#width = 0;
  }

  /** A cell begins, in the next column where it `names` none (-1). */
  reach(named: number): void {
    const column = named >= 0 ? named : this.column + 1;
    this.column = column;
    if (column >= this.lastColumn) this.#widen(column);
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

  putShared(index: number): void {
    const known = Math.min(index, GREATEST_INDEX);
    if (known > this.lastShared) this.lastShared = known;
    this.put(known + SHARED);
  }

  putText(text: string): void {
    if (text === '') return;
    this.put(knownCode(text) || ownCode(this.texts.add(text)));
  }

  /** `code`: as in SheetBlock, and not that of an empty cell. */
  put(code: number): void {
    const { column } = this;
    if (column >= this.#width) {
      const end = this.#start + column + 1;
      if (end > this.#cells.length) this.#cells = grownTo(end, this.#cells);
      if (column > this.#width) this.#cells.fill(0, this.#start + this.#width, end);
      this.#width = column + 1;
    }
    this.#cells[this.#start + column] = code;
  }

  end(): void {
    this.isOpen = false;
    if (this.#width === 0) return;
    if (this.#hidden) this.#hiddenRows.push(this.rowCount);
    this.#numbers[this.rowCount++] = this.number;
    this.#start += this.#width;
    if (this.rowCount === this.#starts.length) {
      this.#starts = grownTo(this.rowCount, this.#starts);
      this.#numbers = grownTo(this.rowCount, this.#numbers);
    }
    this.#starts[this.rowCount] = this.#start;
  }

  /** An area counts as part of the sheet: a merged one, a table. */
  include({ row, column }: { readonly row: number; readonly column: number }): void {
    this.lastRow = Math.max(this.lastRow, Math.min(row, this.#limits.rows));
    this.lastColumn = Math.max(this.lastColumn, Math.min(column, this.#limits.columns));
  }

  /**
   * The rows since the last block that have text. `strings` must have what these rows ask for. Throws TypeError where a
   * text is no UTF-8.
   */
  block(strings: SharedTexts): SheetBlock {
    const cells = this.#cells;
    const hidden = new Set(this.#hiddenRows);
    let kept = 0;
    let end = 0;
    let hiddenRows = 0;
    for (let row = 0; row < this.rowCount; row++) {
      const from = this.#starts[row] ?? 0;
      let to = this.#starts[row + 1] ?? 0;
      while (to > from && isBlank(cells[to - 1] ?? 0, strings)) to--;
      if (to === from) continue;
      if (end !== from) cells.copyWithin(end, from, to);
      this.#starts[kept] = end;
      this.#numbers[kept++] = this.#numbers[row] ?? 0;
      end += to - from;
      if (hidden.has(row)) hiddenRows++;
    }
    this.#starts[kept] = end;
    const texts = this.texts.packed();
    const block = new SheetBlock(
      cells.slice(0, end),
      this.#starts.slice(0, kept + 1),
      this.#numbers.slice(0, kept),
      hiddenRows,
      texts,
      strings
    );
    this.#goOn(texts);
    return block;
  }

  /** The row that is being cut goes on at the beginning of the next block; `before` are the texts so far. */
  #goOn(before: TextPack): void {
    const cells = this.#cells.slice(this.#start, this.#start + this.#width);
    this.rowCount = 0;
    this.lastShared = -1;
    this.texts.clear();
    this.#hiddenRows = [];
    this.#start = this.#starts[0] = 0;
    for (const [column, code] of cells.entries()) {
      if (code >= SHARED) this.lastShared = Math.max(this.lastShared, code - SHARED);
      const place = ownPlace(code);
      this.#cells[column] = place < 0 ? code : ownCode(this.texts.add(before.at(place)));
    }
  }

  #widen(column: number): void {
    const { columns } = this.#limits;
    if (column >= columns) throw tooLarge('columns', columns);
    this.lastColumn = column + 1;
  }

  #moveTo(number: number): void {
    if (number > this.#limits.rows) throw tooLarge('rows', this.#limits.rows);
    this.number = number;
  }
}

function grownTo<T extends Int32Array | Uint32Array>(length: number, before: T): T;
function grownTo(length: number, before: Int32Array | Uint32Array): Int32Array | Uint32Array {
  const after = before instanceof Int32Array ? new Int32Array(2 * length) : new Uint32Array(2 * length);
  after.set(before);
  return after;
}
