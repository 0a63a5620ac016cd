import { decodeUtf8, encodeUtf8 } from '#lib/spreadsheet/text/utf-8.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const NULL = encodeUtf8('null');
const TRUE = encodeUtf8('true');
const FALSE = encodeUtf8('false');

/** What words are as cells, one behind another. */
export const WORDS = encodeUtf8('TRUEFALSE');

interface Word {
  readonly length: number;
  /** Its place in WORDS. */
  readonly from: number;
  readonly to: number;
}

const YES: Word = { length: 4, from: 0, to: 4 };
const NO: Word = { length: 5, from: 4, to: 9 };
const NOTHING: Word = { length: 4, from: 0, to: 0 };

/** The word that begins there. */
export function wordAt(bytes: Uint8Array, at: number): Word | undefined {
  const first = bytes[at];
  if (first === TRUE[0]) return startsWith(bytes, at, TRUE) ? YES : undefined;
  if (first === FALSE[0]) return startsWith(bytes, at, FALSE) ? NO : undefined;
  return first === NULL[0] && startsWith(bytes, at, NULL) ? NOTHING : undefined;
}

/** Behind the closing quote of the string that begins there with its opening one; the end where it has none. */
export function afterString(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  for (; at < bytes.length && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
  return Math.min(at + 1, bytes.length);
}

/** What a string with its quotes says; undefined where it is none. Throws Misread. */
export function unescaped(quoted: Uint8Array): string | undefined {
  const source = decodeUtf8(quoted);
  try {
    return String(JSON.parse(source));
  } catch {
    return undefined;
  }
}

export function startsWith(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  const { length } = wanted;
  if (start + length > bytes.length) return false;
  for (let at = 0; at < length; at++) if (bytes[start + at] !== wanted[at]) return false;
  return true;
}

export function afterSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at++;
  }
}

/** Where the number that begins there ends (RFC 8259, section 6); undefined where none does. */
export function afterNumber(bytes: Uint8Array, start: number): number | undefined {
  const digits = bytes[start] === 0x2d ? start + 1 : start;
  let end = bytes[digits] === 0x30 ? digits + 1 : afterDigits(bytes, digits);
  if (end !== undefined && bytes[end] === 0x2e) end = afterDigits(bytes, end + 1);
  if (end === undefined || (bytes[end] !== 0x65 && bytes[end] !== 0x45)) return end;
  const sign = bytes[end + 1];
  return afterDigits(bytes, sign === 0x2b || sign === 0x2d ? end + 2 : end + 1);
}

/** Over one digit at least. */
function afterDigits(bytes: Uint8Array, start: number): number | undefined {
  let at = start;
  while (isDigit(bytes[at])) at++;
  return at > start ? at : undefined;
}
