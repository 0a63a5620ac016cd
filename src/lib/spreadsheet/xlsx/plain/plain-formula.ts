import { startsAt } from '#lib/spreadsheet/text/bytes.ts';

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const GREATER = 0x3e;
const BLANK = 0x20;

/** Passes a formula, of which only the result counts, from behind its `<f` to behind `end`; -1 where it is not plain. */
export function passPlainFormula(bytes: Uint8Array, from: number, end: Uint8Array): number {
  let at = from;
  const afterName = bytes[at];
  if (afterName !== GREATER && afterName !== SLASH && afterName !== BLANK) return -1;
  let isQuoted = false;
  for (let byte = bytes[at] ?? 0; isQuoted || byte !== GREATER; byte = bytes[++at] ?? 0) {
    if (byte < BLANK || byte >= 0x80 || byte === LESS || byte === APOSTROPHE) return -1;
    if (byte === QUOTE) isQuoted = !isQuoted;
  }
  if (bytes[at - 1] === SLASH) return at + 1;
  at++;
  for (let byte = bytes[at] ?? 0; byte !== LESS; byte = bytes[++at] ?? 0) {
    if (byte === 0 || byte >= 0x80) return -1;
  }
  return startsAt(bytes, at, end) ? at + end.length : -1;
}
