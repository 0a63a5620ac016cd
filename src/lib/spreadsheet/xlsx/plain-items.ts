import { decodeEscapes } from './xml-text.ts';

const RETURN = 0x0d;
const BLANK = 0x20;
const AMPERSAND = 0x26;
const LESS = 0x3c;
const UNDERSCORE = 0x5f;
const BEGIN = '<si><t>';
const BEGIN_KEPT = '<si><t xml:space="preserve">';
const END = '</t></si>';

/**
 * Goes over the shared strings from `at` on that are one plain text each and written as nearly all are; gives the place of
 * what is none. As [Note: plain cells].
 */
export function passPlainItems(text: string, at: number, add: (item: string) => void): number {
  for (;;) {
    const isKept = text.charCodeAt(at + BEGIN.length - 1) === BLANK;
    if (!text.startsWith(isKept ? BEGIN_KEPT : BEGIN, at)) return at;
    const start = at + (isKept ? BEGIN_KEPT : BEGIN).length;
    let end = start;
    let mayBeEscaped = false;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === LESS) break;
      if (code === AMPERSAND || code === RETURN) return at;
      if (code === UNDERSCORE) mayBeEscaped = true;
    }
    if (!text.startsWith(END, end)) return at;
    // White space around a text is left to whoever knows when it counts.
    if (!isKept && (text.charCodeAt(start) <= BLANK || text.charCodeAt(end - 1) <= BLANK)) return at;
    const item = text.slice(start, end);
    add(mayBeEscaped ? decodeEscapes(item) : item);
    at = end + END.length;
  }
}
