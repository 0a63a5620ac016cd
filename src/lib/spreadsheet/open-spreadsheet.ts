import { openCsv } from './csv/open-csv.ts';
import { sniffCsv } from './csv/sniff.ts';
import { detectFormat } from './detect-format.ts';
import { openJson } from './json/open-json.ts';
import { openLegacy } from './legacy/open-legacy.ts';
import { spreadsheetLimits } from './limits.ts';
import { Misread } from './misread.ts';
import { orFailure, tooLarge } from './refusal.ts';
import type { FileFailure, OpenedSpreadsheet, TextFormat } from './spreadsheet.ts';
import { decodedPieces } from './text/decode.ts';
import { beginsWithMark, detectEncoding, type DecodableFile } from './text/detect-encoding.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';
import type { InflateEntry } from './zip/entry-data.ts';

interface SpreadsheetSource {
  /** Only a last hint to what the file is; pasted rows are called pasted.tsv. */
  readonly name: string;
  readonly bytes: Blob;
}

export interface OpenOptions {
  readonly signal?: AbortSignal;
  /** For text files: what the person chose, in place of what would be detected. */
  readonly text?: Partial<TextFormat>;
  /** Of a text file: its beginning is taken for the whole. See [Note: the beginning is believed]. */
  readonly trusting?: boolean;
  /** Told how a text file is read as soon as that is known: it may still fail. */
  readonly onText?: (format: 'csv' | 'json', text: TextFormat) => void;
  /** Of a workbook's large parts; absent: the same thread. */
  readonly inflate?: InflateEntry;
}

/**
 * Opens any file a person may choose: .xlsx and its kin, .xls, .xlsb, .ods, separated values, JSON. What it is, the
 * content says and not the name. Never throws for what a file holds; rejects with the signal's reason when aborted.
 * (Specification: Importing users; formats: docs/file-formats.md.)
 */
export function openSpreadsheet(
  source: SpreadsheetSource,
  options: OpenOptions = {}
): Promise<OpenedSpreadsheet | FileFailure> {
  return orFailure(async () => {
    const { name, bytes } = source;
    const { signal, inflate } = options;
    signal?.throwIfAborted();
    if (bytes.size > spreadsheetLimits.fileBytes) throw tooLarge('file-bytes', spreadsheetLimits.fileBytes);
    const format = await detectFormat(name, bytes, signal);
    if (format === 'text') return openAnyText(source, options);
    return format === 'xlsx' ? openXlsx(bytes, signal, spreadsheetLimits, inflate) : openLegacy(bytes, format, signal);
  });
}

async function openAnyText(source: SpreadsheetSource, options: OpenOptions): Promise<OpenedSpreadsheet> {
  try {
    return await openText(source, options);
  } catch (error) {
    if (error instanceof Misread) return openText(source, { ...options, trusting: false });
    throw error;
  }
}

async function openText(source: SpreadsheetSource, options: OpenOptions): Promise<OpenedSpreadsheet> {
  const { name, bytes } = source;
  const { signal, text: wanted, onText, trusting } = options;
  const decodable = await chosenOrDetected(bytes, wanted?.encoding, options);
  const { encoding, byteOrderMark } = decodable;
  let head = '';
  for await (const { text } of decodedPieces(bytes, encoding, signal)) {
    head += text;
    if (head.trim() !== '') break;
  }
  if (wanted?.separator !== undefined || !isJson(head, name))
    return openCsv(source, decodable, { wanted, onText, signal });
  const format = { encoding, byteOrderMark, lineEnd: lineEndIn(head) };
  onText?.('json', format);
  return openJson(source, decodable, { format, trusting, signal });
}

async function chosenOrDetected(
  bytes: Blob,
  chosen: TextFormat['encoding'] | undefined,
  options: OpenOptions
): Promise<DecodableFile> {
  if (chosen === undefined) return detectEncoding(bytes, options);
  return { encoding: chosen, byteOrderMark: await beginsWithMark(bytes, chosen) };
}

function lineEndIn(text: string): TextFormat['lineEnd'] {
  return /\r\n|\n|\r/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
}

/**
 * Lists in JSON begin like nothing else; other JSON (a lone string, a text with a fault at its start) is taken for it
 * only where the name says so and the text does not fall into columns.
 */
function isJson(head: string, name: string): boolean {
  if (/^\s*(?:\[\s*[[{\]]|\{\s*["}])/.test(head)) return true;
  if (!/\.(?:json|jsonl|ndjson)$/i.test(name)) return false;
  return /^\s*[[{]/.test(head) || sniffCsv(head, name).columns < 2;
}
