import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { Refusal } from '#lib/spreadsheet/refusal.ts';
import { SheetWeight } from '#lib/spreadsheet/sheet-weight.ts';
import { joined } from '#lib/spreadsheet/text/bytes.ts';
import { Cuts, CutText } from '#lib/spreadsheet/text/cut-text.ts';
import { TextView } from '#lib/spreadsheet/text/text-view.ts';
import { decodeAscii } from '#lib/spreadsheet/text/utf-8.ts';
import { afterNumber, afterSpace, startsWith, wordAt, WORDS } from './json-bytes.ts';
import { FILLED_CELLS, KeyColumns } from './key-columns.ts';
import { MemberGlue } from './member-glue.ts';
import { JsonScanner } from './scanner.ts';
import { hasInk, setString } from './string-bytes.ts';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** An item that is not whole yet is read again when more text comes; beyond this it is left to the slow way. */
const ITEM_BYTES = 4 * 1024 * 1024;

/** What a string has, by its bytes: something to see; what is no plain cell; its end, or what JSON does not allow. */
const INK = 1;
const OTHER = 2;
const STOP = 4;
const KINDS = new Uint8Array(0x100)
  .fill(STOP, 0, SPACE)
  .fill(INK, SPACE + 1, 0x80)
  .fill(OTHER, 0x80);
KINDS[QUOTE] = STOP;
KINDS[BACKSLASH] = OTHER | STOP;

type Expected = 'list' | 'first-item' | 'item' | 'more' | 'nothing';

/**
 * Cuts an array of flat objects, or one object a line, into rows. Only the bytes of values are decoded, nine of 26 MB: see
 * [Note: cut, not copied], [Note: plain and other cells] and [Note: bytes are faster than characters]. What stands
 * between two values is compared with what stood there in the object before. An object that is not flat is read by
 * JsonScanner; with whatever else is not as expected, errors included, `push` gives nothing, and the text is for
 * `readItems` to read from its beginning.
 */
export class ItemCutter {
  readonly columns = new KeyColumns();
  /** See ItemTable. */
  duplicateKeys = 0;
  items = 0;

  #expected: Expected = 'list';
  #oneALine = false;
  #givenUp = false;
  /** Whether a line ended since the last item. */
  #newLine = false;
  readonly #glue = new MemberGlue(this.columns);
  /** For each column the last attempt to read an item that met its key. */
  readonly #met = new Uint32Array(FILLED_CELLS);
  #attempt = 0;
  #members = 0;
  readonly #cuts = new Cuts();
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** The plain cells, one behind another, and where the next one comes. */
  #plain = new Uint8Array(0);
  #end = 0;
  #view = new TextView(this.#bytes);
  /** The next byte. */
  #at = 0;

  constructor(private readonly weight = new SheetWeight()) {}

  /** Whether there is a list, as far as it was read: a lone object may as well be one with the list inside. */
  get isList(): boolean {
    return this.#oneALine ? this.#expected === 'more' && this.items > 1 : this.#expected !== 'list';
  }

  /** Whether the text was one list, and is read to its end. */
  get whole(): boolean {
    return !this.#givenUp && this.isList && (this.#oneALine || this.#expected === 'nothing');
  }

  /**
   * The rows with text that end in this piece of UTF-8, given in whole characters; undefined where this is not the way
   * to read it. Throws Refusal: too-large (columns, rows, cells, text); Misread where the bytes are no UTF-8.
   */
  push(bytes: Uint8Array<ArrayBuffer>, last: boolean): CutText | undefined {
    const block = this.#cut(bytes, last);
    if (block) this.weight.add(block.rowCount, block.cellCount, block.textLength());
    else this.#givenUp = true;
    return block;
  }

  #cut(bytes: Uint8Array<ArrayBuffer>, last: boolean): CutText | undefined {
    this.#bytes = joined([this.#bytes, bytes]);
    this.#at = this.#members = 0;
    this.#view = new TextView(this.#bytes);
    this.#makeRoom();
    const cuts = this.#cuts;
    cuts.clear();
    for (;;) {
      this.#overSpace();
      if (this.#at === this.#bytes.length) break;
      if (this.#bytes[this.#at] !== OPEN_OBJECT || this.#expected === 'more') {
        if (!this.#overPunctuation()) return undefined;
        continue;
      }
      if (this.#expected === 'nothing') return undefined;
      if (this.#expected === 'list') this.#oneALine = true;
      if (!this.#flatItem() && ((this.#oneALine && this.items === 0) || !this.#anyItem())) {
        if (last) return undefined;
        break;
      }
      this.#expected = 'more';
      this.#newLine = false;
    }
    // Many rare keys would make each row as long as all keys together.
    if (cuts.count > 4 * this.#members + 10_000) return undefined;
    this.#bytes = this.#bytes.subarray(this.#at);
    if (this.#bytes.length > ITEM_BYTES) return undefined;
    return new CutText(decodeAscii(this.#plain.subarray(0, this.#end)), cuts);
  }

  #makeRoom(): void {
    const wanted = WORDS.length + this.#bytes.length;
    if (this.#plain.length < wanted) this.#plain = new Uint8Array(wanted);
    this.#plain.set(WORDS);
    this.#end = WORDS.length;
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
    const plain = this.#plain;
    const cuts = this.#cuts;
    const met = this.#met;
    const attempt = ++this.#attempt;
    let end = this.#end;
    let at = this.#at + 1;
    let members = 0;
    let duplicates = 0;
    let hasText = false;
    let column = -1;
    while (cuts.width < this.columns.header.length) cuts.add(0, 0);
    for (; ; members++) {
      let glue = this.#glue.behind(column);
      if (glue === undefined || !startsWith(bytes, at, glue.bytes)) {
        const close = afterSpace(bytes, at);
        if (bytes[close] === CLOSE_OBJECT) {
          at = close + 1;
          break;
        }
        glue = this.#glue.learn(column, bytes, at, members > 0);
        if (glue === undefined) return this.#notTaken();
        while (cuts.width <= glue.column) cuts.add(0, 0);
      }
      at += glue.bytes.length;
      column = glue.column;
      if (met[column] === attempt) duplicates++;
      met[column] = attempt;

      const first = at < length ? (bytes[at] ?? 0) : 0;
      const from = end;
      if (first === QUOTE) {
        const start = ++at;
        let seen = 0;
        let kind = 0;
        for (; at < length; at++) {
          const byte = bytes[at] ?? 0;
          kind = KINDS[byte] ?? 0;
          if (kind >= STOP) break;
          seen |= kind;
          plain[end++] = byte;
        }
        if (at === length) return this.#notTaken();
        if (((seen | kind) & OTHER) === 0) {
          if (bytes[at] !== QUOTE || end - from > spreadsheetLimits.cellText) return this.#notTaken();
          cuts.set(column, from, end);
        } else {
          end = from;
          at = setString(cuts, column, bytes, start);
          if (at === 0) return this.#notTaken();
        }
        hasText ||= (seen & INK) !== 0 || (((seen | kind) & OTHER) !== 0 && hasInk(bytes, start));
        at++;
      } else if (first >= 0x61) {
        const word = wordAt(bytes, at);
        if (word === undefined) return this.#notTaken();
        at += word.length;
        cuts.set(column, word.from, word.to);
        hasText ||= word.to > 0;
      } else {
        const close = afterNumber(bytes, at);
        if (close === undefined) return this.#notTaken();
        while (at < close) plain[end++] = bytes[at++] ?? 0;
        cuts.set(column, from, end);
        hasText = true;
      }
    }
    this.#at = at;
    this.#end = end;
    this.#endItem(members, duplicates, hasText);
    return true;
  }

  #notTaken(): false {
    this.#cuts.dropRow();
    return false;
  }

  /** The object that comes next, whatever its values are; false where it is none, or not whole. */
  #anyItem(): boolean {
    const cuts = this.#cuts;
    const attempt = ++this.#attempt;
    const start = this.#view.placeOf(this.#at);
    const scanner = new JsonScanner(this.#view.text);
    scanner.at = start;
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
    this.#at = this.#view.byteOf(scanner.at);
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
