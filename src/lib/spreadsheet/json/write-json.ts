import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { writtenText, type WrittenText } from '#lib/spreadsheet/text/written-text.ts';

const ITEMS_IN_PIECE = 2000;

/** Rows as an array of objects, each value a string; a row may end before the header does. Always in UTF-8 or UTF-16. */
export function writeJson(
  header: readonly string[],
  rows: Iterable<readonly string[]>,
  format: TextFormat
): WrittenText {
  const keys = header.map((key) => JSON.stringify(key));
  const pieces: string[] = [];
  let items: string[] = [];
  let before = '[';
  for (const row of rows) {
    const members = keys.map((key, at) => `    ${key}: ${JSON.stringify(row[at] ?? '')}`);
    items.push(
      `${before}${format.lineEnd}  {${format.lineEnd}${members.join(`,${format.lineEnd}`)}${format.lineEnd}  }`
    );
    before = ',';
    if (items.length < ITEMS_IN_PIECE) continue;
    pieces.push(items.join(''));
    items = [];
  }
  if (before === '[') items.push('[');
  pieces.push(...items, `${format.lineEnd}]${format.lineEnd}`);
  return writtenText(pieces, format);
}
