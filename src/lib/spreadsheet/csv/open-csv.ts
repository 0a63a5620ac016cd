import { unlessMisread } from '#lib/spreadsheet/misread.ts';
import { orFailure, Refusal } from '#lib/spreadsheet/refusal.ts';
import { handOn } from '#lib/spreadsheet/row-block.ts';
import { SheetWeight } from '#lib/spreadsheet/sheet-weight.ts';
import type { OpenedSpreadsheet, ReadOptions, RowBlock, SheetEnd, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { decodedHead, piecesAsUtf8, type Decodable } from '#lib/spreadsheet/text/decode.ts';
import type { DecodableFile } from '#lib/spreadsheet/text/detect-encoding.ts';
import { encodeUtf8 } from '#lib/spreadsheet/text/utf-8.ts';
import { sheetName } from '#lib/spreadsheet/text/sheet-name.ts';
import { CsvCutter } from './cut-records.ts';
import { sniffCsv } from './sniff.ts';
import { INVISIBLE, withoutInvisible } from './invisible.ts';

/** `sep=;` in the first line: how Excel is told the separator. It is no row. */
const SEPARATOR_LINE = /^sep=([^\r\n])(?:\r\n|\n|\r|$)/i;

/** In bytes, and more than that, so that it is seen where it ends. */
const LONGEST_SEPARATOR_LINE = 16;

interface CsvFormat extends TextFormat {
  readonly separator: string;
  readonly quote: string;
}

interface TextFile {
  readonly bytes: Blob;
  readonly decodable: Decodable;
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
 * Throws Refusal: no-data, unclosed-quote, too-large; Misread.
 */
export async function openCsv(
  source: { readonly name: string; readonly bytes: Blob },
  decodable: DecodableFile,
  { wanted = {}, onText, signal }: CsvOptions
): Promise<OpenedSpreadsheet> {
  const { name, bytes } = source;
  const { encoding, byteOrderMark } = decodable;
  const head = await decodedHead(bytes, decodable, signal);
  const separatorLine = SEPARATOR_LINE.exec(head);
  const sniffed = sniffCsv(head.replace(SEPARATOR_LINE, '').replace(INVISIBLE, ''), name);
  const format: CsvFormat = {
    encoding,
    byteOrderMark,
    lineEnd: wanted.lineEnd ?? sniffed.lineEnd,
    separator: wanted.separator ?? separatorLine?.[1] ?? sniffed.separator,
    quote: wanted.quote ?? sniffed.quote,
    ...(separatorLine === null ? {} : { separatorLine: true })
  };
  onText?.('csv', format);
  const firstRow = await findFirstRow({ bytes, decodable }, format, signal);
  return {
    format: 'csv',
    text: format,
    sheets: [{ name: sheetName(name), hidden: false, hasData: true, firstRow }],
    readSheet: (sheet, options) =>
      orFailure(() => unlessMisread(options, () => readCsv({ bytes, decodable }, format, options)))
  };
}

async function findFirstRow(file: TextFile, format: CsvFormat, signal?: AbortSignal): Promise<readonly string[]> {
  for await (const { block } of batches(file, format, signal)) {
    if (block.rowCount > 0) return block.cells(0);
  }
  throw new Refusal({ code: 'no-data' });
}

async function readCsv(file: TextFile, format: CsvFormat, options: ReadOptions): Promise<SheetEnd> {
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
  { bytes, decodable }: TextFile,
  format: CsvFormat,
  signal?: AbortSignal
): AsyncGenerator<CsvBatch> {
  let cutter: CsvCutter | undefined;
  const weight = new SheetWeight();
  let removed = 0;
  for await (const piece of piecesAsUtf8(bytes, decodable, signal)) {
    const visible = withoutInvisible(piece.bytes);
    removed += visible.removed;
    const skipped = cutter === undefined && format.separatorLine === true;
    cutter ??= new CsvCutter(format, skipped ? 2 : 1);
    const block = cutter.push(skipped ? withoutSeparatorLine(visible.bytes) : visible.bytes, piece.last);
    weight.add(block.rowCount, block.cellCount, block.textLength());
    yield { block, cutter, removed, share: bytes.size === 0 ? 1 : piece.end / bytes.size };
  }
}

function withoutSeparatorLine(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const line = SEPARATOR_LINE.exec(new TextDecoder().decode(bytes.subarray(0, LONGEST_SEPARATOR_LINE)))?.[0] ?? '';
  return bytes.subarray(encodeUtf8(line).length);
}
