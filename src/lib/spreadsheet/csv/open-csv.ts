import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { orFailure, Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import type {
  FileFailure,
  OpenedSpreadsheet,
  ReadOptions,
  SheetEnd,
  SheetRow,
  TextFormat
} from '#lib/spreadsheet/spreadsheet.ts';
import { decodedPieces } from '#lib/spreadsheet/text/decode.ts';
import type { DecodableFile } from '#lib/spreadsheet/text/detect-encoding.ts';
import { sheetName } from '#lib/spreadsheet/text/sheet-name.ts';
import { CsvParser } from './parse.ts';
import { sniffCsv } from './sniff.ts';

/** `sep=;` in the first line: how Excel is told the separator. It is no row. */
const SEPARATOR_LINE = /^sep=([^\r\n])(?:\r\n|\n|\r|$)/i;

interface CsvFormat extends TextFormat {
  readonly separator: string;
  readonly quote: string;
}

interface TextFile extends Pick<DecodableFile, 'decoded'> {
  readonly bytes: Blob;
}

interface CsvBatch {
  readonly rows: SheetRow[];
  readonly share: number;
}

/** What was come across while reading. */
interface Tally {
  lastLine: number;
  widest: number;
  width: number;
  ragged: number;
  strayQuotes: number;
  removed: number;
}

const newTally = (): Tally => ({ lastLine: 0, widest: 0, width: 0, ragged: 0, strayQuotes: 0, removed: 0 });

/**
 * Opens a text of separated values in an encoding already found. `wanted` overrides what would be detected.
 * Throws Refusal: no-data, unclosed-quote, too-large.
 */
export async function openCsv(
  source: { readonly name: string; readonly bytes: Blob },
  { encoding, byteOrderMark, decoded }: DecodableFile,
  wanted: Partial<TextFormat> = {},
  signal?: AbortSignal
): Promise<OpenedSpreadsheet> {
  const { name, bytes } = source;
  let head = '';
  for await (const piece of decodedPieces(bytes, { encoding, decoded }, signal)) {
    head = piece.text;
    if (head.length > 0) break;
  }
  const separatorLine = SEPARATOR_LINE.exec(head);
  const sniffed = sniffCsv(withoutInvisible(head.replace(SEPARATOR_LINE, '')), name);
  const format: CsvFormat = {
    encoding,
    byteOrderMark,
    lineEnd: wanted.lineEnd ?? sniffed.lineEnd,
    separator: wanted.separator ?? separatorLine?.[1] ?? sniffed.separator,
    quote: wanted.quote ?? sniffed.quote,
    ...(separatorLine === null ? {} : { separatorLine: true })
  };
  const firstRow = await findFirstRow({ bytes, decoded }, format, signal);
  return {
    format: 'csv',
    text: format,
    sheets: [{ name: sheetName(name), hidden: false, hasData: true, firstRow: firstRow.cells }],
    readSheet: (sheet, options) => orFailure(() => readCsv({ bytes, decoded }, format, options))
  };
}

async function findFirstRow(file: TextFile, format: CsvFormat, signal?: AbortSignal): Promise<SheetRow> {
  for await (const { rows } of batches(file, format, newTally(), signal)) {
    const [first] = rows;
    if (first !== undefined) return first;
  }
  throw new Refusal({ code: 'no-data' });
}

async function readCsv(file: TextFile, format: CsvFormat, options: ReadOptions): Promise<SheetEnd | FileFailure> {
  const { onRows, onProgress, signal } = options;
  const tally = newTally();
  for await (const { rows, share } of batches(file, format, tally, signal)) {
    if (rows.length > 0) onRows(rows);
    onProgress?.(share);
  }
  const { lastLine, widest, ragged, strayQuotes, removed } = tally;
  const notes = { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0 };
  return {
    ok: true,
    lastRow: lastLine,
    lastColumn: widest,
    notes: { ...notes, raggedRows: ragged, strayQuotes, removedCharacters: removed }
  };
}

/** The rows with text of each piece of the file. */
async function* batches(
  { bytes, decoded }: TextFile,
  format: CsvFormat,
  tally: Tally,
  signal?: AbortSignal
): AsyncGenerator<CsvBatch> {
  let parser: CsvParser | undefined;
  let total = 0;
  for await (const piece of decodedPieces(bytes, { encoding: format.encoding, decoded }, signal)) {
    let text = withoutInvisible(piece.text);
    tally.removed += piece.text.length - text.length;
    const skipped = parser === undefined && format.separatorLine === true;
    if (skipped) text = text.replace(SEPARATOR_LINE, '');
    parser ??= new CsvParser(format, skipped ? 2 : 1);
    const rows: SheetRow[] = [];
    parser.push(text, piece.last, (cells, number) => {
      tally.lastLine = number;
      if (cells.length > tally.widest) tally.widest = cells.length;
      if (!hasText(cells)) return;
      if (tally.width === 0) tally.width = cells.length;
      else if (cells.length !== tally.width) tally.ragged++;
      rows.push({ number, cells });
    });
    tally.strayQuotes = parser.strayQuotes;
    total += rows.length;
    if (total > spreadsheetLimits.rows) throw tooLarge('rows', spreadsheetLimits.rows);
    yield { rows, share: piece.share };
  }
}

/** NULs, which no cell means, and byte order marks in the middle, from files that were put together. */
function withoutInvisible(text: string): string {
  return text.includes('\0') || text.includes('\ufeff') ? text.replace(/[\0\ufeff]/g, '') : text;
}

function hasText(cells: readonly string[]): boolean {
  for (const cell of cells) {
    // A first character over the space is the usual case; the slow look is for the others.
    if (
      cell !== '' &&
      (cell.charCodeAt(0) > 32 ? cell.charCodeAt(0) < 127 || cell.trim() !== '' : cell.trim() !== '')
    ) {
      return true;
    }
  }
  return false;
}
