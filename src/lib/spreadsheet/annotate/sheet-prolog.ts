import { placeOf } from '#lib/spreadsheet/xlsx/cell-reference.ts';
import { columnLetters } from './cell-text.ts';
import type { Edit, XmlElement } from './xml-structure.ts';
import { applyEdits, attributeOf, childElements, findTag, firstElement, withAttribute } from './xml-structure.ts';

interface PrologPatch {
  /** 1-based. */
  readonly column: number;
  readonly headerRow: number;
}

/** In characters of the default font: most result sentences can be read without widening the column. */
const RESULT_WIDTH = 48;

/** The part of a sheet before its rows, with `dimension` and `cols` put right for one more column. */
export function patchProlog(text: string, tags: string, prefix: string, patch: PrologPatch): string {
  const edits = [...dimensionEdits(text, tags, prefix, patch), columnEdit(text, tags, prefix, patch.column)];
  return applyEdits(text, edits);
}

function dimensionEdits(text: string, tags: string, prefix: string, patch: PrologPatch): Edit[] {
  const start = findTag(tags, `<${prefix}dimension`, 0);
  const tag = start < 0 ? '' : text.slice(start, tags.indexOf('>', start) + 1);
  const written = attributeOf(tag, 'ref');
  if (written === undefined) return [];
  const [first = '', last = first] = written.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  const firstColumn = Math.min(from.column || 1, patch.column);
  const firstRow = Math.min(from.row || 1, patch.headerRow);
  const lastColumn = Math.max(to.column, patch.column);
  const lastRow = Math.max(to.row, patch.headerRow);
  const ref = `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
  return [{ at: start, remove: tag.length, insert: withAttribute(tag, 'ref', ref) }];
}

function columnEdit(text: string, tags: string, prefix: string, column: number): Edit {
  const own = resultColumn(prefix, column);
  const start = findTag(tags, `<${prefix}cols`, 0);
  const cols = start < 0 ? undefined : firstElement(tags, start);
  if (!cols) {
    const at = findTag(tags, `<${prefix}sheetData`, 0);
    return { at, remove: 0, insert: `<${prefix}cols>${own}</${prefix}cols>` };
  }
  if (cols.end === cols.openEnd) {
    return { at: cols.start, remove: cols.end - cols.start, insert: `<${prefix}cols>${own}</${prefix}cols>` };
  }
  for (const element of childElements(tags, cols.openEnd, cols.closeStart)) {
    const tag = text.slice(element.start, element.openEnd);
    const min = Number(attributeOf(tag, 'min') ?? 0);
    const max = Number(attributeOf(tag, 'max') ?? min);
    if (max < column) continue;
    if (min > column) return { at: element.start, remove: 0, insert: own };
    return splitAround(element, text, { min, max, column });
  }
  return { at: cols.closeStart, remove: 0, insert: own };
}

function resultColumn(prefix: string, column: number): string {
  return `<${prefix}col min="${column}" max="${column}" width="${RESULT_WIDTH}" customWidth="1"/>`;
}

/** The range's columns before and after ours keep all they had; ours keeps its style, is shown and wide enough. */
function splitAround(element: XmlElement, text: string, at: { min: number; max: number; column: number }): Edit {
  const tag = text.slice(element.start, element.openEnd);
  const closing = text.slice(element.openEnd, element.end);
  const piece = (written: string, min: number, max: number): string =>
    min > max ? '' : withAttribute(withAttribute(written, 'min', String(min)), 'max', String(max)) + closing;
  const width = Math.max(RESULT_WIDTH, Number(attributeOf(tag, 'width') ?? 0) || 0);
  const shown = ['hidden', 'collapsed', 'bestFit'].reduce((open, name) => withAttribute(open, name, undefined), tag);
  const own = withAttribute(withAttribute(shown, 'width', String(width)), 'customWidth', '1');
  const insert =
    piece(tag, at.min, at.column - 1) + piece(own, at.column, at.column) + piece(tag, at.column + 1, at.max);
  return { at: element.start, remove: element.end - element.start, insert };
}
