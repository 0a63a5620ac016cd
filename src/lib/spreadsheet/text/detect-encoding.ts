import type { TextEncodingName } from '#lib/spreadsheet/spreadsheet.ts';
import { encodingByMark, hasMark, unsupported } from './byte-order-mark.ts';
import { endOfCharacters } from './bytes.ts';
import { looksCentralEuropean } from './central-european.ts';
import { BEGINNING_BYTES, chunks } from './chunks.ts';
import type { Decodable } from './decode.ts';
import { foreignEncoding } from './foreign-encoding.ts';
import { looksLikeShiftJis } from './shift-jis.ts';
import { TellingLines } from './telling-lines.ts';
import { utf16WithoutMark } from './utf-16.ts';
import { isUtf8 } from './utf-8.ts';
import { utf8Pieces } from './utf-8-pieces.ts';

export interface DecodableFile extends Decodable {
  readonly byteOrderMark: boolean;
}

interface DetectOptions {
  /**
   * A beginning in UTF-8 is taken for the whole: what comes after it is looked at when it is read, once. See
   * [Note: the beginning is believed].
   */
  readonly trusting?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** More than what is handed on first: the read costs the same. */
const BELIEVED_BYTES = 4 * BEGINNING_BYTES;

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
export async function detectEncoding(
  file: Blob,
  { trusting = false, signal }: DetectOptions = {}
): Promise<DecodableFile> {
  const beginning = new Uint8Array(await file.slice(0, BELIEVED_BYTES).arrayBuffer());
  const head = beginning.subarray(0, BEGINNING_BYTES);
  const marked = encodingByMark(head);
  const byteOrderMark = marked !== undefined;
  const wide = marked ?? (head.includes(0) ? utf16WithoutMark(head) : undefined);
  if (wide !== undefined && wide !== 'utf-8') return { encoding: wide, byteOrderMark };
  const isSound = trusting && isUtf8(beginning.subarray(0, endOfCharacters(beginning)));
  if (isSound || (await isUtf8File(file, signal))) return { encoding: 'utf-8', byteOrderMark, isSound: true };
  const encoding = marked ?? (await detectNarrow(file, signal));
  return { encoding, byteOrderMark };
}

/** Whether the file begins with the byte order mark of an encoding that the person chose. */
export async function beginsWithMark(file: Blob, encoding: TextEncodingName): Promise<boolean> {
  return hasMark(new Uint8Array(await file.slice(0, 4).arrayBuffer()), encoding);
}

/** A character cut off by the end of the file is no fault. */
async function isUtf8File(file: Blob, signal?: AbortSignal): Promise<boolean> {
  for await (const { bytes } of utf8Pieces(file, signal)) if (!isUtf8(bytes)) return false;
  return true;
}

async function tellingLines(file: Blob, signal?: AbortSignal): Promise<Uint8Array> {
  const telling = new TellingLines();
  for await (const { bytes } of chunks(file, signal)) {
    telling.push(bytes);
    if (telling.full) break;
  }
  return telling.bytes();
}

/** Of a file that is no UTF-8, or not all over. */
async function detectNarrow(file: Blob, signal?: AbortSignal): Promise<TextEncodingName> {
  const lines = await tellingLines(file, signal);
  if (mostlyUtf8(lines)) return 'utf-8';
  if (looksLikeShiftJis(lines)) return 'shift_jis';
  const foreign = foreignEncoding(lines);
  if (foreign !== undefined) throw unsupported(foreign);
  return looksCentralEuropean(lines) ? 'windows-1250' : 'windows-1252';
}

/** Ten good characters of several bytes for each bad byte. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return good >= bad * 10;
}
