import { asciiBytes, startsAt } from '#lib/spreadsheet/text/bytes.ts';
import type { CutRows } from '#lib/spreadsheet/xlsx/cut-rows.ts';
import type { PlainCells } from './plain-cells.ts';
import type { PlainMarkup } from './plain-markup.ts';
import type { XmlScanner } from '#lib/spreadsheet/xlsx/xml/xml-scanner.ts';
import { isSpace } from '#lib/spreadsheet/xlsx/xml/xml-text.ts';

const BLANK = 0x20;
const QUOTE = 0x22;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const NUMBER = asciiBytes(' r="');
const HIDDEN = asciiBytes('hidden="');
const NO = [asciiBytes('0"'), asciiBytes('false"')];
/** Further than any sheet goes. */
const MOST_DIGITS = 9;

/** Goes over rows that are written as nearly all are: see [Note: plain cells]. */
export class PlainRows {
  readonly #rows: CutRows;
  readonly #cells: PlainCells;
  readonly #xml: XmlScanner;

  constructor(rows: CutRows, cells: PlainCells, xml: XmlScanner) {
    this.#rows = rows;
    this.#cells = cells;
    this.#xml = xml;
  }

  /** From `from` on, in a row or between two, to what is not plain or until there are so many cells; gives its place. */
  pass(bytes: Uint8Array, from: number, mostCells: number, markup: PlainMarkup): number {
    const rows = this.#rows;
    let at = from;
    for (;;) {
      if (rows.isOpen) {
        at = this.#cells.pass(bytes, at, markup);
        if (!startsAt(bytes, at, markup.rowEnd) || !this.#xml.closes(markup.rowMark)) return at;
        rows.end();
        at += markup.rowEnd.length;
      }
      if (rows.cellCount >= mostCells) return at;
      while (isSpace(bytes[at] ?? 0)) at++;
      const opened = this.#begin(bytes, at, markup);
      if (opened < 0) return at;
      at = opened;
    }
  }

  /** Passes the tag that begins a row; -1 where it is not plain. */
  #begin(bytes: Uint8Array, from: number, markup: PlainMarkup): number {
    if (!startsAt(bytes, from, markup.row)) return -1;
    let at = from + markup.row.length;
    let number = 0;
    if (startsAt(bytes, at, NUMBER)) {
      at += NUMBER.length;
      const numberStart = at;
      for (let digit = (bytes[at] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - 0x30) {
        number = number * 10 + digit;
      }
      if (number === 0 || at - numberStart > MOST_DIGITS || bytes[at++] !== QUOTE) return -1;
    } else if (bytes[at] !== GREATER) return -1;
    while (bytes[at] === BLANK) {
      const isHidden = startsAt(bytes, ++at, HIDDEN);
      while (isNamePart(bytes[at] ?? 0)) at++;
      if (bytes[at] !== EQUALS || bytes[at + 1] !== QUOTE) return -1;
      at += 2;
      if (isHidden && !NO.some((no) => startsAt(bytes, at, no))) return -1;
      while (isValuePart(bytes[at] ?? 0)) at++;
      if (bytes[at++] !== QUOTE) return -1;
    }
    const isEmpty = bytes[at] === SLASH;
    if (isEmpty) at++;
    if (bytes[at] !== GREATER) return -1;
    this.#rows.begin(number, false);
    if (isEmpty) this.#rows.end();
    else this.#xml.opened(markup.rowMark);
    return at + 1;
  }
}

/** ASCII only: anything else is looked at more closely elsewhere. */
function isNamePart(byte: number): boolean {
  return byte > BLANK && byte < 0x80 && byte !== EQUALS && byte !== GREATER && byte !== SLASH && byte !== QUOTE;
}

function isValuePart(byte: number): boolean {
  return byte >= BLANK && byte < 0x80 && byte !== QUOTE && byte !== LESS;
}
