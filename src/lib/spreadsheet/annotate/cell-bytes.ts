import { isText } from './string-bytes.ts';
import { columnAt, digitOf, startsReference, type RowBytes } from './row-bytes.ts';

/** A cell of a plain row, as it stands in the bytes. */
export class CellBytes {
  start = 0;
  column = 0;
  /**
   * 'shared': written as nearly all texts are, `<c r="B2" s="1" t="s"><v>7</v></c>`, the style being optional.
   * 'unshared': certainly not a shared text, and not empty.
   */
  kind: 'shared' | 'empty' | 'unshared' | 'other' = 'other';
  /** These hold for a shared one: the string's index, where ` t="s"` begins, and the end of the cell. */
  index = 0;
  typeStart = 0;
  end = 0;

  /** Goes to the next cell at or after `from`; false where the row has none. */
  next(bytes: Uint8Array, row: RowBytes, from: number): boolean {
    for (let at = from; at < row.closeStart; at++) {
      if (bytes[at] !== LESS || bytes[at + 1] !== LETTER_C || !startsReference(bytes, at + 2)) continue;
      this.start = at;
      this.column = columnAt(bytes, at + REFERENCE);
      this.#look(bytes, at + REFERENCE);
      return true;
    }
    return false;
  }

  #look(bytes: Uint8Array, from: number): void {
    let at = from;
    while (isLetterOrDigit(bytes[at])) at++;
    this.kind = 'other';
    this.end = at;
    if (bytes[at++] !== QUOTE) return;
    if (isText(bytes, at, STYLE)) {
      at += STYLE.length;
      while (digitOf(bytes[at]) >= 0) at++;
      if (bytes[at++] !== QUOTE) return;
    }
    this.typeStart = at;
    this.end = at;
    if (isText(bytes, at, EMPTY)) this.kind = 'empty';
    else if (bytes[at] === GREATER || (isText(bytes, at, TYPE) && !isText(bytes, at, SHARED_TYPE)))
      this.kind = 'unshared';
    if (!isText(bytes, at, SHARED)) return;
    at += SHARED.length;
    const digits = at;
    this.index = 0;
    for (let digit = digitOf(bytes[at]); digit >= 0; digit = digitOf(bytes[++at])) this.index = this.index * 10 + digit;
    if (at === digits || !isText(bytes, at, CLOSING)) return;
    this.kind = 'shared';
    this.end = at + CLOSING.length;
  }
}

const LESS = 60;
const QUOTE = 34;
const GREATER = 62;
const LETTER_C = 99;

const encoder = new TextEncoder();
const REFERENCE = '<c r="'.length;
const STYLE = encoder.encode(' s="');
const TYPE = encoder.encode(' t="');
const SHARED_TYPE = encoder.encode(' t="s"');
const SHARED = encoder.encode(' t="s"><v>');
const CLOSING = encoder.encode('</v></c>');
const EMPTY = encoder.encode('/>');

function isLetterOrDigit(byte: number | undefined): boolean {
  return digitOf(byte) >= 0 || (byte !== undefined && byte >= 65 && byte <= 90);
}
