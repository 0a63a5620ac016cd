import { MASK } from '#lib/spreadsheet/mask.ts';
import { placeOf } from '#lib/spreadsheet/xlsx/cell-reference.ts';
import { attributeOf, findTag, tagEnd, withAttribute } from './xml-structure.ts';

/** Of a cell without prefix, from its type on. */
const MASKED_END = ` t="inlineStr"><is><t>${MASK}</t></is></c>`;
export const MASKED_CONTENT = new TextEncoder().encode(MASKED_END);

interface CellText {
  /** As the raw text of the whole element, and as `tagsOnly` of it. */
  readonly text: string;
  readonly tags: string;
  readonly openEnd: number;
  readonly closeStart: number;
}

/**
 * The cell with dots in its place, its style kept. An empty cell stays empty. A formula becomes one that gives dots,
 * since the calculation chain must find a formula where it says there is one; only a formula that other columns share
 * stays, with its cached result masked.
 */
export function maskedCell(cell: CellText, prefix: string, isMasked: (column: number) => boolean): string {
  const plain = PLAINLY_SHARED.exec(cell.text)?.[1];
  if (plain !== undefined) return plain + MASKED_END;
  const content = cell.tags.slice(cell.openEnd, cell.closeStart);
  const formulaStart = findTag(content, `<${prefix}f`, 0);
  if (formulaStart < 0 && cell.text.slice(cell.openEnd, cell.closeStart).replace(/<[^>]*>/g, '') === '')
    return cell.text;
  if (formulaStart < 0) {
    const open = openingTag(cell, 'inlineStr');
    return `${open}<${prefix}is><${prefix}t>${MASK}</${prefix}t></${prefix}is></${prefix}c>`;
  }
  const start = cell.openEnd + formulaStart;
  const openEnd = tagEnd(cell.tags, start);
  const formulaTag = cell.text.slice(start, openEnd);
  const shared = columnsOf(attributeOf(formulaTag, 'ref') ?? '').some((column) => !isMasked(column));
  const formula = shared
    ? cell.text.slice(start, formulaEnd(cell, prefix, openEnd))
    : `<${prefix}f>"${MASK}"</${prefix}f>`;
  return `${openingTag(cell, 'str')}${formula}<${prefix}v>${MASK}</${prefix}v></${prefix}c>`;
}

/** As nearly all of them are written. */
const PLAINLY_SHARED = /^(<c r="[A-Z]+\d+"(?: s="\d+")?) t="s"><v>\d+<\/v><\/c>$/;

/** The cell's cached result replaced by dots, its formula kept: where a formula elsewhere repeats a password. */
export function withMaskedCache(cell: CellText, prefix: string): string {
  const start = findTag(cell.tags, `<${prefix}v`, cell.openEnd);
  const end = start < 0 ? -1 : findTag(cell.tags, `</${prefix}v`, start);
  if (end < 0) return cell.text;
  const before = cell.text.slice(cell.openEnd, tagEnd(cell.tags, start));
  return withAttribute(cell.text.slice(0, cell.openEnd), 't', 'str') + before + MASK + cell.text.slice(end);
}

/** Without cell and value metadata: they speak of what stood there before. */
function openingTag(cell: CellText, type: 'inlineStr' | 'str'): string {
  const tag = cell.text.slice(0, cell.openEnd);
  return withAttribute(withAttribute(withAttribute(tag, 'cm', undefined), 'vm', undefined), 't', type);
}

function formulaEnd(cell: CellText, prefix: string, openEnd: number): number {
  if (cell.tags.charCodeAt(openEnd - 2) === 47) return openEnd;
  return cell.tags.indexOf('>', findTag(cell.tags, `</${prefix}f`, openEnd)) + 1;
}

/** First and last column of an area 'B2:C9'; none without one. */
function columnsOf(reference: string): number[] {
  return reference === '' ? [] : reference.split(':').map((end) => placeOf(end).column);
}
