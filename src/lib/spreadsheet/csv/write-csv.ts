import Papa from 'papaparse';
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
  const { separator = ',', quote = '"', lineEnd } = format;
  // An unusual quote is only known by its being everywhere; a first line like a separator's is told from it by a quote.
  const quotes = (cell: string): boolean => quote !== '"' || /^sep=/i.test(cell);
  const options = { delimiter: separator, quoteChar: quote, newline: lineEnd, quotes };

  const pieces = format.separatorLine === true ? [`sep=${separator}${lineEnd}`] : [];
  for (const some of inPieces(rows)) pieces.push(Papa.unparse(some, options) + lineEnd);
  return writtenText(pieces, format);
}

function* inPieces(rows: Iterable<readonly string[]>): Generator<string[][]> {
  let piece: string[][] = [];
  for (const row of rows) {
    if (piece.push([...row]) < ROWS_IN_PIECE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

/** Without quotes as long as no cell needs them; with them from then on, or the cells would be torn. */
function writeUnquoted(rows: readonly (readonly string[])[], format: TextFormat): WrittenText {
  const { separator = ',', lineEnd } = format;
  const torn = rows.some((row) => row.some((cell) => cell.includes(separator) || /[\r\n]/.test(cell)));
  if (torn) return writeCsv(rows, { ...format, quote: '"' });
  const lines = rows.map((row) => row.join(separator) + lineEnd);
  return writtenText([...(format.separatorLine === true ? [`sep=${separator}${lineEnd}`] : []), ...lines], format);
}
