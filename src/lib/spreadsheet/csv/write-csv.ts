import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { writtenText, type WrittenText } from '#lib/spreadsheet/text/written-text.ts';

const ROWS_IN_PIECE = 2000;

/**
 * Rows as a CSV file in the given format: separator, quotes, line ends, encoding and mark as they were read.
 * `format` of the result says how it was written in fact: in UTF-8 where the encoding lacks a character.
 *
 * [Note: why cells that begin with = + - @ are written as they are] A spreadsheet program may run them as formulas
 * when it opens the file. But the file is the person's own, and a changed cell would come back changed: "+49 30 1234"
 * and "-" are data. The .xlsx result, where a cell can be marked as text, is the safe one to open.
 */
export function writeCsv(rows: Iterable<readonly string[]>, format: TextFormat): WrittenText {
  if (format.quote === '') return writeUnquoted([...rows], format);
  const separator = format.separator ?? ',';
  const quote = format.quote ?? '"';
  // An unusual quote is only known by its being everywhere.
  const special = (cell: string): boolean =>
    quote !== '"' || cell.includes(separator) || cell.includes(quote) || cell.includes('\n') || cell.includes('\r');
  const written = (cell: string): string =>
    special(cell) ? quote + cell.replaceAll(quote, quote + quote) + quote : cell;

  const pieces: string[] = [];
  let lines = format.separatorLine === true ? [`sep=${separator}`] : [];
  let first = lines.length === 0;
  for (const row of rows) {
    const line = row.map(written).join(separator);
    // A first line that only looks like the separator's is told from it by a quote.
    const looksLikeOne = first && /^sep=.$/i.test(line);
    lines.push(looksLikeOne ? `${quote}${row[0] ?? ''}${quote}${line.slice(row[0]?.length)}` : line);
    first = false;
    if (lines.length < ROWS_IN_PIECE) continue;
    pieces.push(lines.join(format.lineEnd) + format.lineEnd);
    lines = [];
  }
  if (lines.length > 0) pieces.push(lines.join(format.lineEnd) + format.lineEnd);
  return writtenText(pieces, format);
}

/** Without quotes as long as no cell needs them; with them from then on, or the cells would be torn. */
function writeUnquoted(rows: readonly (readonly string[])[], format: TextFormat): WrittenText {
  const { separator = ',', lineEnd } = format;
  const torn = rows.some((row) => row.some((cell) => cell.includes(separator) || /[\r\n]/.test(cell)));
  if (torn) return writeCsv(rows, { ...format, quote: '"' });
  const lines = rows.map((row) => row.join(separator) + lineEnd);
  return writtenText([...(format.separatorLine === true ? [`sep=${separator}${lineEnd}`] : []), ...lines], format);
}
