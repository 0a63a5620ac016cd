import { CellBytes } from './cell-bytes.ts';
import { elementText, sharedStringIndex, stringText } from './cell-content.ts';
import type { ItemText, PieceHandler } from './element-splitter.ts';
import { rowNumberOf } from './element-splitter.ts';
import type { IndexSet } from './index-set.ts';
import { hasMarkupValues } from './markup-mask.ts';
import type { Plaintexts } from './plaintexts.ts';
import type { RowBytes } from './row-bytes.ts';
import { cellsOf } from './row-cells.ts';
import type { MaskedArea } from './sheet-mask.ts';
import { hasFormula, HYPERLINK, isMaskedCell, isMaskedReference, repeatsPlaintext } from './sheet-mask.ts';
import { attributeOf } from './xml-structure.ts';

/** Which shared strings are shown where, over all sheets of a workbook. */
export interface SharedStringUse {
  readonly masked: IndexSet;
  readonly elsewhere: IndexSet;
}

/** Looks through the sheet with the passwords before it is masked. Gives no text. */
export class MaskedSheetSurvey implements PieceHandler {
  /** Relationships of links that stand on password cells. */
  readonly linkIds = new Set<string>();
  /** Whether the sheet has something that may repeat a password. */
  asksForPlaintexts = false;
  readonly #cell = new CellBytes();
  #prefix = '';
  #row = 0;

  constructor(
    private readonly area: MaskedArea,
    private readonly use: SharedStringUse,
    private readonly plaintexts: Plaintexts
  ) {}

  prolog(_text: string, _tags: string, prefix: string): string {
    this.#prefix = prefix;
    return '';
  }

  item(row: ItemText): string {
    this.#row = rowNumberOf(row.text.slice(0, row.openEnd), this.#row);
    this.asksForPlaintexts ||= hasFormula(row, this.#prefix);
    for (const span of cellsOf(row, this.#prefix)) {
      const cell = row.text.slice(span.start, span.end);
      const index = sharedStringIndex(cell, span.openEnd - span.start, this.#prefix);
      const masked = isMaskedCell(this.area, this.#row, span.column);
      if (index !== undefined) (masked ? this.use.masked : this.use.elsewhere).add(index);
      else if (masked) this.plaintexts.add(elementText(cell, `${this.#prefix}v`) ?? stringText(cell, this.#prefix));
    }
    return '';
  }

  plainRow(bytes: Uint8Array, row: RowBytes): boolean {
    const cell = this.#cell;
    if (row.hasFormula) return false;
    for (let at = row.openEnd; cell.next(bytes, row, at); at = cell.end) {
      const masked = isMaskedCell(this.area, row.number, cell.column);
      if (cell.kind === 'shared') (masked ? this.use.masked : this.use.elsewhere).add(cell.index);
      else if (cell.kind === 'other' || (masked && cell.kind === 'unshared')) return false;
    }
    this.#row = row.number;
    return true;
  }

  tail(text: string): string {
    this.asksForPlaintexts ||= hasMarkupValues(text);
    for (const [link] of text.matchAll(HYPERLINK)) {
      const id = /\s(?:[^\s=<>:]+:)id\s*=\s*["']([^"']*)["']/.exec(link)?.[1];
      if (id !== undefined && isMaskedReference(this.area, attributeOf(link, 'ref') ?? '')) this.linkIds.add(id);
    }
    return '';
  }
}

/** Looks through another sheet: what strings it uses, and whether a formula there repeats a password. Gives no text. */
export class OtherSheetSurvey implements PieceHandler {
  repeats = false;
  readonly #cell = new CellBytes();
  #prefix = '';

  constructor(
    private readonly use: SharedStringUse,
    private readonly plaintexts: Plaintexts
  ) {}

  prolog(_text: string, _tags: string, prefix: string): string {
    this.#prefix = prefix;
    return '';
  }

  item(row: ItemText): string {
    const formulas = hasFormula(row, this.#prefix);
    for (const span of cellsOf(row, this.#prefix)) {
      const text = row.text.slice(span.start, span.end);
      const openEnd = span.openEnd - span.start;
      const index = sharedStringIndex(text, openEnd, this.#prefix);
      if (index !== undefined) this.use.elsewhere.add(index);
      if (index !== undefined || !formulas || this.repeats) continue;
      const cell = { text, tags: row.tags.slice(span.start, span.end), openEnd };
      this.repeats = repeatsPlaintext(cell, this.#prefix, this.plaintexts);
    }
    return '';
  }

  plainRow(bytes: Uint8Array, row: RowBytes): boolean {
    const cell = this.#cell;
    if (row.hasFormula) return false;
    for (let at = row.openEnd; cell.next(bytes, row, at); at = cell.end) {
      if (cell.kind === 'shared') this.use.elsewhere.add(cell.index);
      else if (cell.kind === 'other') return false;
    }
    return true;
  }

  tail(): string {
    return '';
  }
}
