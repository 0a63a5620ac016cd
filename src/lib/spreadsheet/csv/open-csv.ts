import { orFailure, Refusal } from '#lib/spreadsheet/refusal.ts';
import { handOn } from '#lib/spreadsheet/row-block.ts';
import { SheetWeight } from '#lib/spreadsheet/sheet-weight.ts';
import type {
  FileFailure,
  OpenedSpreadsheet,
  ReadOptions,
  RowBlock,
  SheetEnd,
  TextFormat
} from '#lib/spreadsheet/spreadsheet.ts';
import { decodedPieces } from '#lib/spreadsheet/text/decode.ts';
import type { DecodableFile } from '#lib/spreadsheet/text/detect-encoding.ts';
import { sheetName } from '#lib/spreadsheet/text/sheet-name.ts';
import { CsvCutter } from './cut-records.ts';
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
  readonly block: RowBlock;
  readonly share: number;
  readonly cutter: CsvCutter;
  /** Characters left out of the text so far. */
  readonly removed: number;
}

interface CsvOptions {
  readonly wanted?: Partial<TextFormat> | undefined;
  readonly onText?: ((format: 'csv', text: TextFormat) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens a text of separated values in an encoding already found. `wanted` overrides what would be detected.
 * Throws Refusal: no-data, unclosed-quote, too-large.
 */
export async function openCsv(
  source: { readonly name: string; readonly bytes: Blob },
  { encoding, byteOrderMark, decoded }: DecodableFile,
  { wanted = {}, onText, signal }: CsvOptions
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
  onText?.('csv', format);
  const firstRow = await findFirstRow({ bytes, decoded }, format, signal);
  return {
    format: 'csv',
    text: format,
    sheets: [{ name: sheetName(name), hidden: false, hasData: true, firstRow }],
    readSheet: (sheet, options) => orFailure(() => readCsv({ bytes, decoded }, format, options))
  };
}

async function findFirstRow(file: TextFile, format: CsvFormat, signal?: AbortSignal): Promise<readonly string[]> {
  for await (const { block } of batches(file, format, signal)) {
    if (block.rowCount > 0) return block.cells(0);
  }
  throw new Refusal({ code: 'no-data' });
}

async function readCsv(file: TextFile, format: CsvFormat, options: ReadOptions): Promise<SheetEnd | FileFailure> {
  let end: CsvBatch | undefined;
  for await (const batch of batches(file, format, options.signal)) {
    handOn(batch.block, options);
    options.onProgress?.(batch.share);
    end = batch;
  }
  const { lastLine = 0, widest = 0, ragged = 0, strayQuotes = 0 } = end?.cutter ?? {};
  const notes = { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0 };
  return {
    ok: true,
    lastRow: lastLine,
    lastColumn: widest,
    notes: { ...notes, raggedRows: ragged, strayQuotes, removedCharacters: end?.removed ?? 0 }
  };
}

/** The rows with text of each piece of the file. */
async function* batches(
  { bytes, decoded }: TextFile,
  format: CsvFormat,
  signal?: AbortSignal
): AsyncGenerator<CsvBatch> {
  let cutter: CsvCutter | undefined;
  const weight = new SheetWeight();
  let removed = 0;
  for await (const piece of decodedPieces(bytes, { encoding: format.encoding, decoded }, signal)) {
    let text = withoutInvisible(piece.text);
    removed += piece.text.length - text.length;
    const skipped = cutter === undefined && format.separatorLine === true;
    if (skipped) text = text.replace(SEPARATOR_LINE, '');
    cutter ??= new CsvCutter(format, skipped ? 2 : 1);
    const block = cutter.push(text, text.length === piece.text.length ? piece.utf8 : undefined, piece.last);
    weight.add(block.rowCount, block.cellCount, block.textLength());
    yield { block, cutter, removed, share: piece.share };
  }
}

/** NULs, which no cell means, and byte order marks in the middle, from files that were put together. */
function withoutInvisible(text: string): string {
  return text.includes('\0') || text.includes('\ufeff') ? text.replace(/[\0\ufeff]/g, '') : text;
}
