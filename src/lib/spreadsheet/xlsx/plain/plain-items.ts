import { asciiBytes, startsAt } from '#lib/spreadsheet/text/bytes.ts';
import type { TextPacker } from '#lib/spreadsheet/xlsx/text-packer.ts';

const BLANK = 0x20;
const GREATER = 0x3e;
const BEGIN = asciiBytes('<si><t');
const KEPT = asciiBytes(' xml:space="preserve">');
const END = asciiBytes('</t></si>');

/**
 * Goes over the shared strings from `at` on that are one plain text each and written as nearly all are; gives the place of
 * what is none. As [Note: plain cells]. `added` hears of each one's length in UTF-16 units.
 */
export function passPlainItems(
  bytes: Uint8Array,
  at: number,
  texts: TextPacker,
  added: (length: number) => void
): number {
  for (;;) {
    if (!startsAt(bytes, at, BEGIN)) return at;
    let start = at + BEGIN.length;
    const isKept = bytes[start] === BLANK;
    if (isKept ? !startsAt(bytes, start, KEPT) : bytes[start] !== GREATER) return at;
    start += isKept ? KEPT.length : 1;
    const end = texts.copy(bytes, start);
    if (!startsAt(bytes, end, END)) return at;
    // White space around a text is left to whoever knows when it counts.
    if (!isKept && ((bytes[start] ?? 0) <= BLANK || (bytes[end - 1] ?? 0) <= BLANK)) return at;
    texts.keep();
    added(texts.lastLength);
    at = end + END.length;
  }
}
