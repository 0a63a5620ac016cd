import { placeOf } from '#lib/spreadsheet/xlsx/cell-reference.ts';
import { CellBytes } from './cell-bytes.ts';
import type { WriteBytes } from './part-rewrite.ts';
import type { RowBytes } from './row-bytes.ts';
import type { CellSpan } from './row-cells.ts';
import { cellsOf } from './row-cells.ts';
import { elementText } from './cell-content.ts';
import type { ItemText, PieceHandler } from './element-splitter.ts';
import { rowNumberOf } from './element-splitter.ts';
import { MASKED_CONTENT, maskedCell, withMaskedCache } from './mask-cell.ts';
import { maskMarkupValues } from './markup-mask.ts';
import type { Plaintexts } from './plaintexts.ts';
import { attributeOf, elementName, findTag, tagEnd, tagsOnly } from './xml-structure.ts';

/** The cells that hold passwords: whole columns below a header. */
export interface MaskedArea {
  readonly columns: ReadonlySet<number>;
  readonly headerRow: number;
}

export function isMaskedCell(area: MaskedArea, row: number, column: number): boolean {
  return row > area.headerRow && area.columns.has(column);
}

/** Of a link with an @ in it Excel makes a mail link by itself: of a password too. */
export const HYPERLINK = /<(?:[^\s<>/:]+:)?hyperlink\s(?:[^<>"']|"[^"]*"|'[^']*')*>/g;

/** Whether a reference ('C5', 'C2:C9') lies wholly in the area. */
export function isMaskedReference(area: MaskedArea, reference: string): boolean {
  const [first = '', last = first] = reference.split(':');
  const from = placeOf(first);
  const to = placeOf(last);
  for (let { column } = from; column <= to.column; column++) {
    if (!isMaskedCell(area, from.row, column)) return false;
  }
  return from.column > 0;
}

/**
 * Replaces the cells of the area by dots, and what repeats a password: cached results of formulas, filter values and
 * the links that Excel makes of a password with an @. Without an area (another sheet) only what repeats one.
 */
export class SheetMask implements PieceHandler {
  #prefix = '';
  #row = 0;
  readonly #cell = new CellBytes();
  /** Of the plain row at hand: from where to where its cells are replaced. */
  readonly #found: number[] = [];

  constructor(
    private readonly plaintexts: Plaintexts,
    private readonly area?: MaskedArea
  ) {}

  prolog(text: string, _tags: string, prefix: string): string {
    this.#prefix = prefix;
    return text;
  }

  item(item: ItemText): string {
    this.#row = rowNumberOf(item.text.slice(0, item.openEnd), this.#row);
    return this.row(item, this.#row)?.text ?? item.text;
  }

  plainRow(bytes: Uint8Array, row: RowBytes, write: WriteBytes): boolean {
    if (!this.findPlainCells(bytes, row)) return false;
    this.#row = row.number;
    write(bytes, row.start, row.openEnd);
    this.writePlainCells(bytes, row, write);
    write(bytes, row.closeStart, row.end);
    return true;
  }

  /** Looks for what is to be masked in a plain row; false where its text has to be looked at. */
  findPlainCells(bytes: Uint8Array, row: RowBytes): boolean {
    this.#found.length = 0;
    if (row.hasFormula) return false;
    if (this.area === undefined || row.number <= this.area.headerRow) return true;
    const cell = this.#cell;
    for (let at = row.openEnd; cell.next(bytes, row, at); at = cell.end) {
      if (!this.area.columns.has(cell.column)) continue;
      if (cell.kind === 'shared') this.#found.push(cell.typeStart, cell.end);
      else if (cell.kind !== 'empty') return false;
    }
    return true;
  }

  /** The content of the row that was looked at last, with its dots. */
  writePlainCells(bytes: Uint8Array, row: RowBytes, write: WriteBytes): void {
    let done = row.openEnd;
    for (let at = 0; at < this.#found.length; at += 2) {
      write(bytes, done, this.#found[at]);
      write(MASKED_CONTENT);
      done = this.#found[at + 1] ?? done;
    }
    write(bytes, done, row.closeStart);
  }

  /** The row with its dots; undefined where nothing changes. */
  row(row: ItemText, number: number): ItemText | undefined {
    const masked = this.area !== undefined && number > this.area.headerRow;
    const formulas = hasFormula(row, this.#prefix);
    if (!masked && !formulas) return undefined;
    const open = row.text.slice(0, row.openEnd);
    let content = '';
    let done = row.openEnd;
    for (const cell of cellsOf(row, this.#prefix)) {
      if (!formulas && !this.area?.columns.has(cell.column)) continue;
      const replaced = this.#replaced(row, cell, number);
      if (replaced === undefined) continue;
      content += row.text.slice(done, cell.start) + replaced;
      done = cell.end;
    }
    if (done === row.openEnd) return undefined;
    content += row.text.slice(done, row.closeStart);
    const text = open + content + row.text.slice(row.closeStart);
    return { ...row, text, tags: tagsOnly(text), closeStart: row.openEnd + content.length };
  }

  tail(text: string): string {
    const area = this.area;
    const values = maskMarkupValues(text, this.plaintexts);
    if (!area) return values;
    return values.replace(HYPERLINK, (link) => {
      const reference = attributeOf(link, 'ref') ?? '';
      if (!isMaskedReference(area, reference)) return link;
      return `<${elementName(link)} ref="${reference}"${link.endsWith('/>') ? '/>' : '>'}`;
    });
  }

  #replaced(row: ItemText, span: CellSpan, number: number): string | undefined {
    const isMasked = (column: number): boolean => this.area?.columns.has(column) === true;
    const cell = {
      text: row.text.slice(span.start, span.end),
      tags: row.tags.slice(span.start, span.end),
      openEnd: span.openEnd - span.start,
      closeStart: span.closeStart - span.start
    };
    if (this.area && isMaskedCell(this.area, number, span.column)) return maskedCell(cell, this.#prefix, isMasked);
    if (!repeatsPlaintext(cell, this.#prefix, this.plaintexts)) return undefined;
    return withMaskedCache(cell, this.#prefix);
  }
}

/** Spares most rows a look at each cell. */
export function hasFormula(row: ItemText, prefix: string): boolean {
  return findTag(row.tags, `<${prefix}f`, row.openEnd) >= 0;
}

/** Whether the cell is a formula whose cached result shows a password. */
export function repeatsPlaintext(
  cell: { readonly text: string; readonly tags: string; readonly openEnd: number },
  prefix: string,
  plaintexts: Plaintexts
): boolean {
  const formula = findTag(cell.tags, `<${prefix}f`, cell.openEnd);
  if (formula < 0 || tagEnd(cell.tags, formula) < 0) return false;
  const cached = elementText(cell.text, `${prefix}v`);
  return cached !== undefined && plaintexts.shownIn(cached);
}
