const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

const NULL = bytesOf('null');
const TRUE = bytesOf('true');
const FALSE = bytesOf('false');

/** The word that begins there: its text as a cell, and its length. */
export function wordAt(bytes: Uint8Array, at: number): { readonly cell: string; readonly length: number } | undefined {
  const first = bytes[at];
  if (first === TRUE[0]) return startsWith(bytes, at, TRUE) ? YES : undefined;
  if (first === FALSE[0]) return startsWith(bytes, at, FALSE) ? NO : undefined;
  return first === NULL[0] && startsWith(bytes, at, NULL) ? NOTHING : undefined;
}

const YES = { cell: 'TRUE', length: 4 };
const NO = { cell: 'FALSE', length: 5 };
const NOTHING = { cell: '', length: 4 };

function bytesOf(word: string): Uint8Array {
  return new TextEncoder().encode(word);
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
