import { columnOf } from '#lib/spreadsheet/xlsx/cell-reference.ts';
import type { ItemText } from './element-splitter.ts';
import { attributeOf, findTag, tagEnd } from './xml-structure.ts';

/** Where a cell stands in the text of its row. */
export interface CellSpan {
  /** 1-based: its own `r`, or one more than the cell before it. */
  readonly column: number;
  readonly start: number;
  readonly openEnd: number;
  /** Before the closing tag; equals `openEnd` in a self-closing cell. */
  readonly closeStart: number;
  readonly end: number;
}

/** The cells of a row, in the order in which they stand. */
export function cellsOf(row: ItemText, prefix: string): CellSpan[] {
  const { tags } = row;
  const open = `<${prefix}c`;
  const cells: CellSpan[] = [];
  let column = 0;
  let at = row.openEnd;
  for (;;) {
    const start = findTag(tags, open, at, row.closeStart);
    const openEnd = start < 0 ? -1 : tagEnd(tags, start);
    if (openEnd < 0) return cells;
    const selfClosing = tags.charCodeAt(openEnd - 2) === 47;
    const closeStart = selfClosing ? openEnd : findTag(tags, `</${prefix}c`, openEnd, row.closeStart);
    if (closeStart < 0) return cells;
    const end = selfClosing ? openEnd : tags.indexOf('>', closeStart) + 1;
    column = columnWritten(tags, start + open.length, openEnd) || column + 1;
    cells.push({ column, start, openEnd, closeStart, end });
    at = end;
  }
}

/** The reference is the first attribute in nearly all files: no need to look at the others then. */
function columnWritten(tags: string, from: number, openEnd: number): number {
  if (tags.startsWith(' r="', from)) return columnOf(tags.slice(from + 4, from + 10)) + 1;
  return columnOf(attributeOf(tags.slice(from, openEnd), 'r') ?? '') + 1;
}

/**
 * Whether the row is written as nearly all are, and has its last cell left of `column`: then a cell is appended without
 * a look at the others. False means only that a closer look is needed.
 */
export function plainlyEndsBefore(row: ItemText, prefix: string, column: number, reference: string): boolean {
  const { tags } = row;
  const open = `<${prefix}c `;
  const last = tags.lastIndexOf(open);
  if (last < 0 || !tags.startsWith('r="', last + open.length)) return false;
  const lastColumn = columnOf(tags.slice(last + open.length + 3, last + open.length + 9)) + 1;
  if (lastColumn === 0 || lastColumn >= column || tags.includes(` r="${reference}"`)) return false;
  const rest = tags.slice(last);
  return !rest.includes(`<${prefix}c>`) && !rest.includes(`<${prefix}c/`) && !rest.includes('extLst');
}
