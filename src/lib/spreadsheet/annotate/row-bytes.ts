/**
 * [Note: rows as bytes] A row as it stands in the bytes of a UTF-8 part. Nearly all rows of nearly all files are written
 * in one way, and of those everything that is needed stands at places that can be found without a text: texts are made
 * only of the others. Making them of all, and bytes again, took half of the time of a result.
 */
export class RowBytes {
  /** `<`, after the opening tag, the closing tag's `<`, after it. */
  start = 0;
  openEnd = 0;
  closeStart = 0;
  end = 0;
  /** Whether it begins with ` r="…"`, a number from 1 on, and all its cells with theirs. Holds nothing but cells then. */
  isPlain = false;
  /** These hold for a plain row only. */
  number = 0;
  numberStart = 0;
  numberEnd = 0;
  /** The farthest column of its cells, 1-based. */
  lastColumn = 0;
  hasFormula = false;

  /**
   * Finds the next row. 'more': its end is not there yet. 'other': what comes next, or something in the row, needs a
   * closer look than this one: the end of the list, comments, sections.
   */
  find(bytes: Uint8Array, from: number): 'found' | 'more' | 'other' {
    this.start = bytes.indexOf(LESS, from);
    if (this.start < 0) return 'more';
    const at = this.start;
    if (at + 6 > bytes.length) return 'more';
    if (!isRow(bytes, at + 1) || !endsName(bytes[at + 4])) return 'other';
    this.openEnd = tagEndOf(bytes, at + 4);
    if (this.openEnd < 0) return 'more';
    this.#readNumber(bytes, at + 4);
    if (bytes[this.openEnd - 2] === SLASH) {
      this.isPlain = false;
      this.closeStart = this.openEnd;
      this.end = this.openEnd;
      return 'found';
    }
    return this.#findClose(bytes);
  }

  #readNumber(bytes: Uint8Array, at: number): void {
    this.numberStart = at + 4;
    let end = this.numberStart;
    let number = 0;
    for (let digit = digitOf(bytes[end]); digit >= 0; digit = digitOf(bytes[++end])) number = number * 10 + digit;
    this.number = number;
    this.numberEnd = end;
    this.isPlain = startsReference(bytes, at) && bytes[end] === QUOTE && number > 0 && end - at < 12;
  }

  #findClose(bytes: Uint8Array): 'found' | 'more' | 'other' {
    this.lastColumn = 0;
    this.hasFormula = false;
    // More than this follows the last row: no look goes beyond the bytes, which would make each of them slow.
    const sure = bytes.length - CLOSING_ROW;
    for (let at = this.openEnd; at < sure; at++) {
      if (bytes[at] !== LESS) continue;
      const next = bytes[at + 1];
      if (next === LETTER_C) {
        if (this.#cell(bytes, at + 2)) at += 5;
      } else if (next === LETTER_V) {
        at += 1;
      } else if (next === SLASH) {
        if (bytes[at + 3] === GREATER) {
          at += 3;
          continue;
        }
        if (!isRow(bytes, at + 2)) continue;
        const end = bytes.indexOf(GREATER, at + 5);
        if (end < 0) return 'more';
        if (!endsName(bytes[at + 5])) continue;
        this.closeStart = at;
        this.end = end + 1;
        return 'found';
      } else if (next === EXCLAMATION || next === QUESTION) {
        return 'other';
      } else if (next === LETTER_F) {
        this.hasFormula = true;
      } else if (next === LETTER_E) {
        this.isPlain = false;
      }
    }
    return 'more';
  }

  /** Whether its reference is where it usually is. */
  #cell(bytes: Uint8Array, at: number): boolean {
    if (!startsReference(bytes, at)) {
      if (endsName(bytes[at])) this.isPlain = false;
      return false;
    }
    const column = columnAt(bytes, at + 4);
    if (column === 0) this.isPlain = false;
    else if (column > this.lastColumn) this.lastColumn = column;
    return true;
  }
}

const CLOSING_ROW = '</row > '.length;

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const QUOTE = 34;
const APOSTROPHE = 39;
const EXCLAMATION = 33;
const QUESTION = 63;
const LETTER_C = 99;
const LETTER_E = 101;
const LETTER_F = 102;
const LETTER_V = 118;

/** 1-based, of a reference in capitals; 0 where it begins otherwise. */
export function columnAt(bytes: Uint8Array, from: number): number {
  let column = 0;
  for (let at = from, letter = bytes[at] ?? 0; letter >= 65 && letter <= 90; letter = bytes[++at] ?? 0) {
    column = column * 26 + letter - 64;
  }
  return column;
}

/** 0 to 9, or -1. */
export function digitOf(byte: number | undefined): number {
  return byte !== undefined && byte >= 48 && byte <= 57 ? byte - 48 : -1;
}

/** After the tag whose name ends at `from`; -1 while it is not there. `>` in quotes does not end it. */
function tagEndOf(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === GREATER) return at + 1;
    if (byte !== QUOTE && byte !== APOSTROPHE) continue;
    at = bytes.indexOf(byte, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

/** `row` */
function isRow(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 114 && bytes[at + 1] === 111 && bytes[at + 2] === 119;
}

/** ` r="` */
export function startsReference(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 32 && bytes[at + 1] === 114 && bytes[at + 2] === 61 && bytes[at + 3] === QUOTE;
}

function endsName(byte: number | undefined): boolean {
  return byte === 32 || byte === GREATER || byte === SLASH || byte === 10 || byte === 13 || byte === 9;
}
