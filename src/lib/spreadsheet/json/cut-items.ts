import { Refusal } from '#lib/spreadsheet/refusal.ts';
import { SheetWeight } from '#lib/spreadsheet/sheet-weight.ts';
import { afterUnits, joined } from '#lib/spreadsheet/text/bytes.ts';
import { Cuts, CutText } from '#lib/spreadsheet/text/cut-text.ts';
import { FILLED_CELLS, KeyColumns } from './key-columns.ts';
import { afterNumber, afterSpace, startsWith, wordAt } from './json-bytes.ts';
import { JsonScanner } from './scanner.ts';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** An item that is not whole yet is read again when more text comes; beyond this it is left to the slow way. */
const ITEM_TEXT = 4 * 1024 * 1024;

/** What stands between a member's value and the next one's, key and colon included. */
interface Glue {
  readonly bytes: Uint8Array;
  readonly shift: number;
  readonly column: number;
}

type Expected = 'list' | 'first-item' | 'item' | 'more' | 'nothing';

const utf8 = new TextEncoder();

/**
 * Cuts an array of flat objects, or one object a line, into rows without copying their values: see
 * [Note: cut, not copied] and [Note: bytes are faster than characters]. What stands between two values is compared with
 * what stood there in the object before. An object that is not flat is read by JsonScanner; with whatever else is not as
 * expected, errors included, `push` says false, and the text is for `readItems` to read from its beginning.
 */
export class ItemCutter {
  readonly columns = new KeyColumns();
  /** See ItemTable. */
  duplicateKeys = 0;
  items = 0;
  rowCount = 0;
  readonly blocks: CutText[] = [];

  #expected: Expected = 'list';
  #oneALine = false;
  /** Whether a line ended since the last item. */
  #newLine = false;
  /** By the column of the value before, from -1, plus 1. */
  readonly #glue: Glue[] = [];
  /** For each column the last attempt to read an item that met its key. */
  readonly #met = new Uint32Array(FILLED_CELLS);
  #attempt = 0;
  #members = 0;
  readonly #cuts = new Cuts();
  #text = '';
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** The next byte, and how much farther it lies than its place in the text. */
  #at = 0;
  #shift = 0;

  constructor(private readonly weight = new SheetWeight()) {}

  /** Whether the text was one list, and is read to its end. */
  get whole(): boolean {
    return this.#oneALine ? this.#expected === 'more' && this.items > 1 : this.#expected === 'nothing';
  }

  /** Whether this is the way to read it. Throws Refusal: too-large (columns, rows, cells, text). */
  push(text: string, bytes: Uint8Array<ArrayBuffer> | undefined, last: boolean): boolean {
    this.#text += text;
    this.#bytes = joined([this.#bytes, bytes ?? utf8.encode(text)]);
    this.#at = this.#shift = this.#members = 0;
    const cuts = this.#cuts;
    cuts.clear();
    for (;;) {
      this.#overSpace();
      if (this.#at === this.#bytes.length) break;
      if (this.#bytes[this.#at] !== OPEN_OBJECT || this.#expected === 'more') {
        if (!this.#overPunctuation()) return false;
        continue;
      }
      if (this.#expected === 'nothing') return false;
      if (this.#expected === 'list') this.#oneALine = true;
      if (!this.#flatItem() && ((this.#oneALine && this.items === 0) || !this.#anyItem())) {
        if (last) return false;
        break;
      }
      this.#expected = 'more';
      this.#newLine = false;
    }
    // Many rare keys would make each row as long as all keys together.
    if (cuts.count > 4 * this.#members + 10_000) return false;
    if (cuts.rowCount > 0) this.#keep(new CutText(this.#text, cuts));
    this.#text = this.#text.slice(this.#at - this.#shift);
    this.#bytes = this.#bytes.subarray(this.#at);
    return this.#text.length <= ITEM_TEXT;
  }

  #keep(block: CutText): void {
    this.rowCount += block.rowCount;
    this.weight.add(block.rowCount, block.cellCount, block.textLength());
    this.blocks.push(block);
  }

  #overSpace(): void {
    const start = this.#at;
    this.#at = afterSpace(this.#bytes, start);
    for (let at = start; at < this.#at; at++) {
      if (this.#bytes[at] === LINE_FEED || this.#bytes[at] === RETURN) this.#newLine = true;
    }
  }

  /** Over what stands before, between and after items, or to an item of the next line. */
  #overPunctuation(): boolean {
    const byte = this.#bytes[this.#at];
    if (this.#oneALine) {
      this.#expected = 'item';
      return byte === OPEN_OBJECT && this.#newLine;
    }
    this.#at++;
    if (this.#expected === 'list') {
      this.#expected = 'first-item';
      return byte === OPEN_ARRAY;
    }
    const comma = byte === COMMA && this.#expected === 'more';
    const end = byte === CLOSE_ARRAY && (this.#expected === 'more' || this.#expected === 'first-item');
    this.#expected = comma ? 'item' : 'nothing';
    return comma || end;
  }

  /** The object that comes next; false where it is not flat or not whole, and nothing is taken then. */
  #flatItem(): boolean {
    const bytes = this.#bytes;
    const { length } = bytes;
    const cuts = this.#cuts;
    const attempt = ++this.#attempt;
    let at = this.#at + 1;
    let shift = this.#shift;
    let members = 0;
    let duplicates = 0;
    let hasText = false;
    let before = -1;
    while (cuts.width < this.columns.header.length) cuts.add(0, 0);
    for (; ; members++) {
      let glue = this.#glue[before + 1];
      if (glue === undefined || !startsWith(bytes, at, glue.bytes)) {
        const end = afterSpace(bytes, at);
        if (bytes[end] === CLOSE_OBJECT) {
          at = end + 1;
          break;
        }
        glue = this.#newGlue(at, shift, members > 0);
        if (glue === undefined) return this.#notTaken();
        this.#glue[before + 1] = glue;
        while (cuts.width <= glue.column) cuts.add(0, 0);
      }
      at += glue.bytes.length;
      shift += glue.shift;
      const column = (before = glue.column);
      if (this.#met[column] === attempt) duplicates++;
      this.#met[column] = attempt;

      let byte = at < length ? (bytes[at] ?? 0) : 0;
      if (byte === QUOTE) {
        const from = ++at - shift;
        let ink = false;
        let beyondAscii = false;
        let escaped = false;
        for (; at < length && (byte = bytes[at] ?? 0) !== QUOTE; at++) {
          if (byte >= 0x80) {
            beyondAscii = true;
            if (byte < 0xc0) shift++;
            else if (byte >= 0xf0) shift--;
          } else if (byte === BACKSLASH) {
            escaped = true;
            at++;
          } else if (byte > SPACE) {
            ink = true;
          } else if (byte < SPACE) {
            return this.#notTaken();
          }
        }
        if (at >= length) return this.#notTaken();
        const to = at++ - shift;
        if (escaped) {
          const text = unescaped(this.#text.slice(from - 1, to + 1));
          if (text === undefined) return this.#notTaken();
          cuts.setText(column, text);
          hasText ||= text.trim() !== '';
        } else {
          cuts.set(column, from, to);
          hasText ||= ink || (beyondAscii && this.#text.slice(from, to).trim() !== '');
        }
      } else if (byte >= 0x61) {
        const word = wordAt(bytes, at);
        if (word === undefined) return this.#notTaken();
        at += word.length;
        cuts.setText(column, word.cell);
        hasText ||= word.cell !== '';
      } else {
        const end = afterNumber(bytes, at);
        if (end === undefined) return this.#notTaken();
        cuts.set(column, at - shift, end - shift);
        at = end;
        hasText = true;
      }
    }
    this.#at = at;
    this.#shift = shift;
    this.#endItem(members, duplicates, hasText);
    return true;
  }

  /** What stands there up to the next value; undefined where it is not what has to stand there. */
  #newGlue(start: number, shift: number, afterValue: boolean): Glue | undefined {
    const bytes = this.#bytes;
    let at = afterSpace(bytes, start);
    if (afterValue) {
      if (bytes[at] !== COMMA) return undefined;
      at = afterSpace(bytes, at + 1);
    }
    if (bytes[at] !== QUOTE) return undefined;
    const keyAt = at;
    for (at++; at < bytes.length && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
    const key = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(keyAt, at + 1));
    at = afterSpace(bytes, at + 1);
    if (bytes[at] !== COLON) return undefined;
    at = afterSpace(bytes, at + 1);
    const name = unescaped(key);
    if (name === undefined) return undefined;
    const column = this.columns.columnOf(name);
    if (column >= FILLED_CELLS) return undefined;
    return { bytes: bytes.slice(start, at), shift: utf8.encode(key).length - key.length, column };
  }

  #notTaken(): false {
    this.#cuts.dropRow();
    return false;
  }

  /** The object that comes next, whatever its values are; false where it is none, or not whole. */
  #anyItem(): boolean {
    const cuts = this.#cuts;
    const attempt = ++this.#attempt;
    const scanner = new JsonScanner(this.#text);
    scanner.at = this.#at - this.#shift;
    let members = 0;
    let duplicates = 0;
    let hasText = false;
    while (cuts.width < this.columns.header.length) cuts.add(0, 0);
    try {
      if (scanner.enter()) {
        do {
          scanner.next();
          const column = this.columns.columnOf(scanner.string());
          if (column >= FILLED_CELLS) return this.#notTaken();
          while (cuts.width <= column) cuts.add(0, 0);
          if (this.#met[column] === attempt) duplicates++;
          this.#met[column] = attempt;
          scanner.colon();
          const text = scanner.cell();
          cuts.setText(column, text);
          hasText ||= text.trim() !== '';
          members++;
        } while (scanner.moreMembers());
      }
    } catch (error) {
      if (error instanceof Refusal) return this.#notTaken();
      throw error;
    }
    this.#at = afterUnits(this.#bytes, this.#at, scanner.at - (this.#at - this.#shift));
    this.#shift = this.#at - scanner.at;
    this.#endItem(members, duplicates, hasText);
    return true;
  }

  #endItem(members: number, duplicates: number, hasText: boolean): void {
    this.items++;
    this.#members += members;
    this.duplicateKeys += duplicates;
    if (!hasText) return this.#cuts.dropRow();
    this.#cuts.endRow(this.items);
  }
}

function unescaped(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
