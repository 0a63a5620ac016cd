import { checkCompoundWorkbook } from './legacy/compound-file.ts';
import { Refusal } from './refusal.ts';
import type { FileFailure } from './spreadsheet.ts';
import { encodingByMark } from './text/byte-order-mark.ts';
import { utf16WithoutMark } from './text/utf-16.ts';
import { loadDirectory, type ZipDirectory } from './zip/directory.ts';
import { entryBytes } from './zip/entry-data.ts';

type DetectedFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'text';

type Likeness = Extract<FileFailure, { code: 'unknown-format' }>['looksLike'];

const HEAD_BYTES = 8 * 1024;

const COMPOUND_FILE = [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]];
/** Local header; the directory's end, where nothing is inside; the mark of a spanned archive. */
const ZIP = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'];
/** A BIFF stream of Excel 2 to 5 without a container: the record that begins a sheet, its version and length. */
const BARE_BIFF = [0, 2, 4, 8].flatMap((version) => [4, 6, 8, 16].map((length) => [9, version, length, 0]));
/** PNG, JPEG, GIF, TIFF. */
const IMAGE = ['\u0089PNG\r\n', [0xff, 0xd8, 0xff], 'GIF87a', 'GIF89a', [0x49, 0x49, 42, 0], [0x4d, 0x4d, 0, 42]];
/** Other archives, programs, compressed data, databases. */
const OTHER_BINARY = [[0x1f, 0x8b], '7z\u00bc\u00af', 'Rar!', 'BZh', '\u00fd7zXZ', '\u007fELF', 'SQLite format'];

/**
 * What kind of file it is, by its first bytes, by the names in its directory and by its content. The name decides
 * nothing but this: a text whose name promises a workbook is refused, for it is a mistake to be told of.
 * Throws Refusal: empty-file, unknown-format, encrypted, damaged, too-large.
 */
export async function detectFormat(name: string, file: Blob, signal?: AbortSignal): Promise<DetectedFormat> {
  if (file.size === 0) throw new Refusal({ code: 'empty-file' });
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (startsWith(head, ZIP)) return zipFormat(file, signal);
  if (startsWith(head, COMPOUND_FILE)) {
    await checkCompoundWorkbook(file);
    return 'xls';
  }
  if (startsWith(head, BARE_BIFF)) return 'xls';
  const text = String.fromCharCode(...head.subarray(0, 1024));
  if (isLockFile(name, text, file.size)) throw unknown('lock-file');
  if (/^\s*%PDF-/.test(text)) throw unknown('pdf');
  if (startsWith(head, IMAGE) || /^(?:BM.{4}\0{4}|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif1|avif))/s.test(text))
    throw unknown('image');
  if (startsWith(head, OTHER_BINARY) || isBinary(head)) throw unknown('binary');
  if (/\.(?:xls|xlsx|xlsm|xlsb|xltx|xltm|ods)$/i.test(name) || isMarkup(text)) throw unknown('text');
  return 'text';
}

function startsWith(head: Uint8Array, signatures: readonly (string | readonly number[])[]): boolean {
  return signatures.some((signature) => {
    const bytes = typeof signature === 'string' ? Array.from(signature, (char) => char.charCodeAt(0)) : signature;
    return bytes.every((byte, at) => head[at] === byte);
  });
}

const unknown = (looksLike: Likeness): Refusal => new Refusal({ code: 'unknown-format', looksLike });

/**
 * What Excel and LibreOffice lay beside a file while it is open: `~$name` of 165 bytes, which begins with the length
 * of the user's name and the name, padded with spaces; `.~lock.name#`, a line of text.
 */
function isLockFile(name: string, text: string, size: number): boolean {
  if (/^(?:~\$|\.~lock\.)/.test(name) && size <= 1024) return true;
  const length = text.charCodeAt(0);
  return size === 165 && length > 0 && length < 55 && /^[\0 ]+$/.test(text.slice(1 + length, 55));
}

/**
 * Control characters that no text has, or more NULs than a damaged one has. UTF-16, where both are usual, is no binary;
 * UTF-32, where they are too, is refused by its name.
 */
function isBinary(head: Uint8Array): boolean {
  if (encodingByMark(head) !== undefined || (head.includes(0) && utf16WithoutMark(head) !== undefined)) return false;
  let controls = 0;
  let nuls = 0;
  for (const byte of head) {
    if (byte === 0) nuls++;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls++;
  }
  return controls > head.length * 0.02 || nuls > head.length * 0.25;
}

/** A web page or an XML file, often saved under the name of a workbook by web applications. */
function isMarkup(text: string): boolean {
  return /^(?:\xef\xbb\xbf)?\s*(?:<(?:!doctype|\?xml|html|head|table|meta|style)\b|\{\\rtf)/i.test(text);
}

const BINARY_WORKBOOK = /<(?:\w+:)?Override\s[^<>]*sheet\.binary\.macroenabled/i;

async function zipFormat(file: Blob, signal?: AbortSignal): Promise<DetectedFormat> {
  const directory = await loadDirectory(file);
  const types = await partText(file, directory, '[Content_Types].xml', signal);
  // SheetJS declares the binary type for all .bin files in the .xlsx it writes too: only a part's own type counts.
  if (BINARY_WORKBOOK.test(types) || directory.find('xl/workbook.bin') !== undefined) return 'xlsb';
  if (/spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template|addin)/i.test(types)) return 'xlsx';
  if (directory.find('xl/workbook.xml') !== undefined) return 'xlsx';
  const mime = await partText(file, directory, 'mimetype', signal);
  const manifest = await partText(file, directory, 'META-INF/manifest.xml', signal);
  if (!/opendocument\.spreadsheet/.test(mime + manifest)) throw unknown('zip');
  if (/<(?:\w+:)?encryption-data/.test(manifest)) throw new Refusal({ code: 'encrypted' });
  return 'ods';
}

async function partText(file: Blob, directory: ZipDirectory, name: string, signal?: AbortSignal): Promise<string> {
  const entry = directory.find(name);
  if (entry === undefined) return '';
  const bytes = await entryBytes(file, entry, undefined, signal);
  // Names and types are ASCII; UTF-16 becomes so when its NULs are left out.
  return new TextDecoder().decode(bytes).replaceAll('\0', '');
}
