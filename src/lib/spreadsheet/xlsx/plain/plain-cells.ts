import { asciiBytes, startsAt } from '#lib/spreadsheet/text/bytes.ts';
import type { CutRows } from '#lib/spreadsheet/xlsx/cut-rows.ts';
import { passPlainFormula } from './plain-formula.ts';
import { plainMarkup, type PlainMarkup } from './plain-markup.ts';
import { FALSE, ownCode, TRUE, ZERO } from '#lib/spreadsheet/xlsx/sheet-block.ts';
import type { CellFormats } from '#lib/spreadsheet/xlsx/styles.ts';
import { utf8Text } from '#lib/spreadsheet/xlsx/xml/utf8-text.ts';
import { isSpace } from '#lib/spreadsheet/xlsx/xml/xml-text.ts';

const BLANK = 0x20;
const QUOTE = 0x22;
const SLASH = 0x2f;
const DIGIT_0 = 0x30;
const DIGIT_1 = 0x31;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const LETTER_A = 0x41;
const SMALL_B = 0x62;
const SMALL_D = 0x64;
const SMALL_E = 0x65;
const SMALL_N = 0x6e;
const SMALL_R = 0x72;
const SMALL_S = 0x73;
const SMALL_T = 0x74;
/** Types of more letters, in place of their only one. */
const STRING = 0x100;
const INLINE = 0x101;
const STRING_TYPE = asciiBytes('str"');
const INLINE_TYPE = asciiBytes('inlineStr"');
const KEPT = asciiBytes(' xml:space="preserve">');
/** Indexes of so many digits are exact, and beyond any table of shared strings. */
const MOST_INDEX_DIGITS = 9;
/** Whole numbers of so many are shown as they are written. */
const MOST_EXACT_DIGITS = 15;

/** What a cell with `<v>` holds that is no text of its own. */
type ValueOf = (type: string, style: number, value: string) => string | number;

/**
 * [Note: plain cells] Nearly all cells of nearly all sheets are written alike: `<c r="B2" s="1" t="s"><v>7</v></c>`. Cut
 * by position, in the part's bytes, they take a tenth of the time of walking from tag to tag. What is written in any
 * other way stops here, and is left to SheetScanner, which knows the whole of XML.
 */
export class PlainCells {
  formulas = 0;
  formulasWithoutResult = 0;
  readonly #rows: CutRows;
  readonly #formats: CellFormats;
  readonly #valueOf: ValueOf;
  #markup: PlainMarkup = plainMarkup('');
  #style = -1;
  #isGeneral = false;

  constructor(rows: CutRows, formats: CellFormats, valueOf: ValueOf) {
    this.#rows = rows;
    this.#formats = formats;
    this.#valueOf = valueOf;
  }

  /** Goes over the plain cells of a row from `from` on; gives the place of what is none. NUL must stand behind the bytes. */
  pass(bytes: Uint8Array, from: number, markup: PlainMarkup): number {
    const rows = this.#rows;
    this.#markup = markup;
    for (let start = from; ;) {
      while (isSpace(bytes[start] ?? 0)) start++;
      if (!startsAt(bytes, start, markup.cell)) return start;
      let at = start + markup.cell.length;
      let column = -1;
      let style = -1;
      let type = 0;
      for (; bytes[at] === BLANK; at++) {
        const name = bytes[at + 1];
        if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return start;
        at += 4;
        let byte = bytes[at] ?? 0;
        if (name === SMALL_R && column < 0) {
          for (let letter = byte - LETTER_A; letter >= 0 && letter < 26; letter = byte - LETTER_A) {
            column = (column + 1) * 26 + letter;
            byte = bytes[++at] ?? 0;
          }
          while (isDigit(byte)) byte = bytes[++at] ?? 0;
          // A row without its own number has that of its first cell with a reference.
          if (column < 0 || !rows.numbered) return start;
        } else if (name === SMALL_S && style < 0 && isDigit(byte)) {
          for (style = 0; isDigit(byte); byte = bytes[++at] ?? 0) style = style * 10 + byte - DIGIT_0;
        } else if (name === SMALL_T && type === 0) {
          type = typeAt(bytes, at);
          at += type === STRING ? 3 : type === INLINE ? 9 : 1;
          byte = bytes[at] ?? 0;
        } else return start;
        if (byte !== QUOTE || type < 0) return start;
      }
      if (bytes[at] === SLASH && bytes[at + 1] === GREATER) {
        rows.reach(column);
        start = at + 2;
        continue;
      }
      if (bytes[at++] !== GREATER) return start;
      let hasFormula = false;
      if (startsAt(bytes, at, markup.formula)) {
        at = passPlainFormula(bytes, at + markup.formula.length, markup.formulaEnd);
        if (at < 0) return start;
        hasFormula = true;
      }
      if (startsAt(bytes, at, markup.cellEnd)) {
        rows.reach(column);
        if (hasFormula) this.formulasWithoutResult++;
        at += markup.cellEnd.length;
      } else if (hasFormula && (type === 0 || type === SMALL_N) && this.#isEmptyValue(bytes, at)) {
        rows.reach(column);
        this.formulasWithoutResult++;
        at += markup.value.length + markup.valueEnd.length;
      } else if (type === SMALL_S) {
        at = this.#shared(bytes, at, column);
      } else if (type === INLINE) {
        at = hasFormula ? -1 : this.#inline(bytes, at, column);
      } else if (type === STRING) {
        at = this.#string(bytes, at, column);
      } else {
        at = this.#value(bytes, at, column, Math.max(0, style), type);
      }
      if (at < 0) return start;
      if (hasFormula) this.formulas++;
      start = at;
    }
  }

  // Each of these passes what is in a cell and its end, and puts it into the row; -1 where it is not plain.

  #shared(bytes: Uint8Array, from: number, column: number): number {
    const { value, valueEnd } = this.#markup;
    if (!startsAt(bytes, from, value)) return -1;
    let at = from + value.length;
    let index = 0;
    for (let byte = bytes[at] ?? 0; isDigit(byte); byte = bytes[++at] ?? 0) index = index * 10 + byte - DIGIT_0;
    const digits = at - from - value.length;
    if (digits === 0 || digits > MOST_INDEX_DIGITS || !startsAt(bytes, at, valueEnd)) return -1;
    this.#rows.reach(column);
    this.#rows.putShared(index);
    return at + valueEnd.length;
  }

  #string(bytes: Uint8Array, from: number, column: number): number {
    const { value, valueEnd } = this.#markup;
    if (!startsAt(bytes, from, value)) return -1;
    return this.#text(bytes, from + value.length, column, valueEnd, true);
  }

  #inline(bytes: Uint8Array, from: number, column: number): number {
    const { inline, inlineEnd } = this.#markup;
    if (!startsAt(bytes, from, inline)) return -1;
    const at = from + inline.length;
    const isKept = bytes[at] === BLANK;
    if (isKept ? !startsAt(bytes, at, KEPT) : bytes[at] !== GREATER) return -1;
    return this.#text(bytes, at + (isKept ? KEPT.length : 1), column, inlineEnd, isKept);
  }

  #text(bytes: Uint8Array, from: number, column: number, ending: Uint8Array, isKept: boolean): number {
    const { texts } = this.#rows;
    const end = texts.copy(bytes, from);
    if (!startsAt(bytes, end, ending)) return -1;
    // White space around a text is left to whoever knows when it counts.
    if (!isKept && ((bytes[from] ?? 0) <= BLANK || (bytes[end - 1] ?? 0) <= BLANK)) return -1;
    this.#rows.reach(column);
    if (end > from) this.#rows.put(ownCode(texts.keep()));
    return end + ending.length;
  }

  #value(bytes: Uint8Array, from: number, column: number, style: number, type: number): number {
    const { value, valueEnd } = this.#markup;
    if (!startsAt(bytes, from, value)) return -1;
    const rows = this.#rows;
    const start = from + value.length;
    const first = bytes[start] ?? 0;
    let end = start;
    while (isDigit(bytes[end] ?? 0)) end++;
    const digits = end - start;
    if (type === SMALL_B && digits === 1 && first <= DIGIT_1 && startsAt(bytes, end, valueEnd)) {
      rows.reach(column);
      rows.put(first === DIGIT_1 ? TRUE : FALSE);
      return end + valueEnd.length;
    }
    if ((type === 0 || type === SMALL_N) && digits > 0 && digits <= MOST_EXACT_DIGITS && this.#showsAsWritten(style)) {
      if (digits === 1 && startsAt(bytes, end, valueEnd)) {
        rows.reach(column);
        rows.put(ZERO - first + DIGIT_0);
        return end + valueEnd.length;
      }
      if (digits > 1 && first !== DIGIT_0 && startsAt(bytes, end, valueEnd)) {
        return this.#text(bytes, start, column, valueEnd, true);
      }
    }
    while (isAsciiText(bytes[end] ?? 0)) end++;
    if (!startsAt(bytes, end, valueEnd)) return -1;
    rows.reach(column);
    const content = this.#valueOf(type === 0 ? 'n' : String.fromCharCode(type), style, utf8Text(bytes, start, end));
    rows.putText(String(content));
    return end + valueEnd.length;
  }

  /** As programs that do not calculate write a formula's result. */
  #isEmptyValue(bytes: Uint8Array, at: number): boolean {
    const { value, valueEnd } = this.#markup;
    return startsAt(bytes, at, value) && startsAt(bytes, at + value.length, valueEnd);
  }

  #showsAsWritten(style: number): boolean {
    if (style !== this.#style) {
      this.#style = style;
      this.#isGeneral = this.#formats(style).isGeneral;
    }
    return this.#isGeneral;
  }
}

/** -1 where it is none that is known. */
function typeAt(bytes: Uint8Array, at: number): number {
  const letter = bytes[at] ?? 0;
  if (bytes[at + 1] !== QUOTE) {
    if (letter === SMALL_S) return startsAt(bytes, at, STRING_TYPE) ? STRING : -1;
    return startsAt(bytes, at, INLINE_TYPE) ? INLINE : -1;
  }
  const isKnown =
    letter === SMALL_S || letter === SMALL_N || letter === SMALL_B || letter === SMALL_E || letter === SMALL_D;
  return isKnown ? letter : -1;
}

function isDigit(byte: number): boolean {
  return byte >= DIGIT_0 && byte <= 0x39;
}

/** Without line ends, references and what is beyond ASCII. */
function isAsciiText(byte: number): boolean {
  return byte >= BLANK && byte < 0x80 && byte !== LESS && byte !== 0x26;
}
