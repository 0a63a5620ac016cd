import type { RowBlock, SheetRow } from '#lib/spreadsheet/spreadsheet.ts';
import { PackedTexts } from './packed-texts.ts';

const ROWS = 4096;

/** The rows that come last, until there are 4,096 of them. */
class LooseTexts {
  readonly all: string[] = [];

  at(place: number): string {
    return this.all[place] ?? '';
  }
}

/**
 * [Note: a table without an object for each cell] The rows' texts lie one behind another in PackedTexts for each 4,096
 * rows, beside where each row begins and its number. A full-height sheet is then 256 blocks of a few objects each, where
 * a string for each cell would be three million; a cell that is looked at is cut out anew.
 */
export class CopiedRows implements RowBlock {
  rowCount = 0;
  widest = 0;
  #loose = new LooseTexts();
  #texts: LooseTexts | PackedTexts = this.#loose;
  /** Where each row's texts begin; the last entry is where the next row's will. */
  readonly #starts = new Uint32Array(ROWS + 1);
  readonly #numbers = new Uint32Array(ROWS);

  get full(): boolean {
    return this.rowCount === ROWS;
  }

  add({ number, cells }: SheetRow): void {
    const texts = this.#loose.all;
    for (const text of cells) texts.push(text);
    this.#numbers[this.rowCount++] = number;
    this.#starts[this.rowCount] = texts.length;
    this.widest = Math.max(this.widest, cells.length);
    if (!this.full) return;
    this.#texts = new PackedTexts(texts);
    this.#loose = new LooseTexts();
  }

  rowNumber(row: number): number {
    return this.#numbers[row] ?? 0;
  }

  cell(row: number, column: number): string {
    const place = (this.#starts[row] ?? 0) + column;
    return place < (this.#starts[row + 1] ?? 0) ? this.#texts.at(place) : '';
  }

  cells(row: number): readonly string[] {
    const end = this.#starts[row + 1] ?? 0;
    const cells: string[] = [];
    for (let place = this.#starts[row] ?? 0; place < end; place++) cells.push(this.#texts.at(place));
    return cells;
  }
}
