import type { CurrentRow } from './current-row.ts';

const RETURN = 0x0d;
const BLANK = 0x20;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
const SMALL_C = 0x63;
const SMALL_R = 0x72;
const SMALL_S = 0x73;
const SMALL_T = 0x74;
const SMALL_V = 0x76;
/** Indexes of so many digits are exact, and beyond any table of shared strings. */
const MOST_DIGITS = 9;

/** What a cell with `<v>` holds, other than a shared string. */
export type ValueOf = (type: string, style: number, value: string) => string | number;

/**
 * [Note: plain cells] Nearly all cells of nearly all sheets are written alike: `<c r="B2" s="1" t="s"><v>7</v></c>`. Cut
 * by position they take a fifth of the time of walking from tag to tag. What is written in any other way stops here, and
 * is left to SheetScanner, which knows the whole of XML.
 *
 * Goes over the plain cells from `from` on; gives the place of what is none.
 */
export function passPlainCells(text: string, from: number, row: CurrentRow, valueOf: ValueOf): number {
  for (let start = from; ;) {
    if (text.charCodeAt(start) !== LESS || text.charCodeAt(start + 1) !== SMALL_C) return start;
    let at = start + 2;
    let column = -1;
    let style = -1;
    let type = '';
    let isShared = false;
    for (; text.charCodeAt(at) === BLANK; at++) {
      const name = text.charCodeAt(at + 1);
      if (text.charCodeAt(at + 2) !== EQUALS || text.charCodeAt(at + 3) !== QUOTE) return start;
      at += 4;
      const valueStart = at;
      let code = text.charCodeAt(at);
      if (name === SMALL_R && column < 0) {
        for (; code >= LETTER_A && code <= LETTER_Z; code = text.charCodeAt(++at)) {
          column = (column + 1) * 26 + code - LETTER_A;
        }
        while (code >= ZERO && code <= NINE) code = text.charCodeAt(++at);
        if (column < 0) return start;
      } else if (name === SMALL_S && style < 0) {
        for (style = 0; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) style = style * 10 + code - ZERO;
      } else if (name === SMALL_T && type === '') {
        isShared = code === SMALL_S && text.charCodeAt(at + 1) === QUOTE;
        while (code > SLASH) code = text.charCodeAt(++at);
        type = isShared ? 's' : text.slice(valueStart, at);
      } else return start;
      if (code !== QUOTE || at === valueStart) return start;
    }
    if (text.charCodeAt(at) === SLASH && text.charCodeAt(at + 1) === GREATER) {
      row.reach(column);
      start = at + 2;
      continue;
    }
    if (text.charCodeAt(at) !== GREATER || text.charCodeAt(at + 1) !== LESS) return start;
    if (text.charCodeAt(at + 2) !== SMALL_V || text.charCodeAt(at + 3) !== GREATER) return start;
    at += 4;
    const valueStart = at;
    let index = 0;
    let code = text.charCodeAt(at);
    if (isShared) {
      for (; code >= ZERO && code <= NINE; code = text.charCodeAt(++at)) index = index * 10 + code - ZERO;
      if (at === valueStart || at - valueStart > MOST_DIGITS) return start;
    } else {
      while (at < text.length && code !== LESS && code !== AMPERSAND && code !== RETURN) code = text.charCodeAt(++at);
    }
    if (!closes(text, at)) return start;
    row.reach(column);
    row.put(isShared ? index : valueOf(type || 'n', Math.max(0, style), text.slice(valueStart, at)));
    start = at + 8;
  }
}

/** Whether `</v></c>` stands there. */
function closes(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === LESS &&
    text.charCodeAt(at + 1) === SLASH &&
    text.charCodeAt(at + 2) === SMALL_V &&
    text.charCodeAt(at + 3) === GREATER &&
    text.charCodeAt(at + 4) === LESS &&
    text.charCodeAt(at + 5) === SLASH &&
    text.charCodeAt(at + 6) === SMALL_C &&
    text.charCodeAt(at + 7) === GREATER
  );
}
