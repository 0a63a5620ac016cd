import type { TextEncodingName } from '#lib/spreadsheet/spreadsheet.ts';
import { encodingByMark, hasMark, unsupported } from './byte-order-mark.ts';
import { looksCentralEuropean } from './central-european.ts';
import { chunks } from './chunks.ts';
import { foreignEncoding } from './foreign-encoding.ts';
import { looksLikeShiftJis } from './shift-jis.ts';
import { TellingLines } from './telling-lines.ts';
import { utf16WithoutMark } from './utf-16.ts';
import { utf8Pieces } from './utf-8-pieces.ts';
import { Utf8Check, type DecodedText } from './utf-8.ts';

export interface DetectedEncoding {
  readonly encoding: TextEncodingName;
  readonly byteOrderMark: boolean;
}

/** What was found, and the text where it was decoded on the way. */
export interface DecodableFile extends DetectedEncoding {
  readonly decoded?: readonly DecodedText[] | undefined;
}

const HEAD_BYTES = 64 * 1024;

/**
 * [Note: how an encoding is found]
 * 1. A byte order mark says it. 2. NULs in every other byte: UTF-16. 3. All of the file is valid UTF-8: UTF-8, for
 * other encodings are valid UTF-8 by accident only in texts without a non-ASCII letter, where it makes no difference.
 * The whole file is looked at, as the first name with an accent may stand in its last row. 4. Nearly valid UTF-8 (cut,
 * or damaged in places): UTF-8. 5. Shift-JIS, by its pairs and kana. 6. An encoding that is not offered: said by name.
 * 7. Windows-1250 or Windows-1252, by the letters.
 *
 * Throws Refusal: unsupported-encoding.
 */
export async function detectEncoding(file: Blob, signal?: AbortSignal): Promise<DecodableFile> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const marked = encodingByMark(head);
  if (marked === 'utf-8') {
    return { encoding: marked, byteOrderMark: true, decoded: (await checkUtf8(file, signal)).finish() };
  }
  if (marked !== undefined) return { encoding: marked, byteOrderMark: true };
  const wide = head.includes(0) ? utf16WithoutMark(head) : undefined;
  if (wide !== undefined) return { encoding: wide, byteOrderMark: false };
  return { ...(await detectNarrow(file, signal)), byteOrderMark: false };
}

/** Whether the file begins with the byte order mark of an encoding that the person chose. */
export async function beginsWithMark(file: Blob, encoding: TextEncodingName): Promise<boolean> {
  return hasMark(new Uint8Array(await file.slice(0, 4).arrayBuffer()), encoding);
}

async function checkUtf8(file: Blob, signal?: AbortSignal): Promise<Utf8Check> {
  const utf8 = new Utf8Check(file.size);
  for await (const { bytes, last } of utf8Pieces(file, signal)) {
    utf8.push(bytes, last);
    if (utf8.broken) break;
  }
  return utf8;
}

async function tellingLines(file: Blob, signal?: AbortSignal): Promise<Uint8Array> {
  const telling = new TellingLines();
  for await (const { bytes } of chunks(file, signal)) {
    telling.push(bytes);
    if (telling.full) break;
  }
  return telling.bytes();
}

async function detectNarrow(file: Blob, signal?: AbortSignal): Promise<Omit<DecodableFile, 'byteOrderMark'>> {
  const utf8 = await checkUtf8(file, signal);
  if (!utf8.broken) return { encoding: 'utf-8', decoded: utf8.finish() };
  const lines = await tellingLines(file, signal);
  if (mostlyUtf8(lines)) return { encoding: 'utf-8' };
  if (looksLikeShiftJis(lines)) return { encoding: 'shift_jis' };
  const foreign = foreignEncoding(lines);
  if (foreign !== undefined) throw unsupported(foreign);
  return { encoding: looksCentralEuropean(lines) ? 'windows-1250' : 'windows-1252' };
}

/** Ten good characters of several bytes for each bad byte. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return good >= bad * 10;
}
