import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { joined } from '#lib/spreadsheet/text/bytes.ts';
import { Cuts, CutText } from '#lib/spreadsheet/text/cut-text.ts';
import { TextView } from '#lib/spreadsheet/text/text-view.ts';
import { decodeAscii } from '#lib/spreadsheet/text/utf-8.ts';
import type { CsvDialect } from './dialect.ts';
import { CsvParser } from './parse.ts';

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;

/** What a cell has, by its bytes: something to see, or a character beyond ASCII, which may be a space. */
const INK = 1;
const BEYOND = 2;
/** What ends a cell. */
const STOP = 4;

/**
 * Cuts UTF-8, given piece by piece in whole characters, into rows, without copying their cells: see
 * [Note: how CSV is read], [Note: cut, not copied] and [Note: plain and other cells].
 *
 * [Note: bytes are faster than characters] The places are found in bytes, which take a third of the time that the same
 * loop takes over a string, and most of them are never decoded but as ASCII. A record that is not as most programs write
 * it is left to CsvParser: any text is cut in the same way by both.
 *
 * Throws what CsvParser throws, and Misread where the bytes are no UTF-8.
 */
export class CsvCutter {
  /** The line of the last record. */
  lastLine = 0;
  /** Cells of the longest record, and of the first row with text. */
  widest = 0;
  width = 0;
  /** Rows with text that have another number of cells. */
  ragged = 0;

  readonly #parser: CsvParser;
  readonly #limits: SpreadsheetLimits;
  readonly #separator: number;
  /** -1 where nothing quotes. */
  readonly #quote: number;
  /** Of each byte: INK, BEYOND, STOP or nothing. Empty where the dialect goes beyond ASCII. */
  readonly #kinds: Uint8Array;
  readonly #cuts = new Cuts();
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** The bytes again, with spaces in the place of what is no plain cell: once there is such a cell. */
  #plain: Uint8Array | null = null;
  #room = new Uint8Array(0);
  #view = new TextView(this.#bytes);
  /** The next byte. */
  #at = 0;

  constructor(dialect: CsvDialect, firstLine = 1, limits: SpreadsheetLimits = spreadsheetLimits) {
    this.#parser = new CsvParser(dialect, firstLine, limits);
    this.#limits = limits;
    this.#separator = dialect.separator.charCodeAt(0);
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.#kinds = this.#separator < 0x80 && this.#quote < 0x80 ? kindsOf(this.#separator) : new Uint8Array(0);
  }

  get strayQuotes(): number {
    return this.#parser.strayQuotes;
  }

  /** The rows with text that end in this piece. */
  push(bytes: Uint8Array<ArrayBuffer>, last: boolean): CutText {
    this.#bytes = joined([this.#bytes, bytes]);
    this.#at = 0;
    this.#plain = null;
    this.#view = new TextView(this.#bytes);
    this.#cuts.clear();
    for (;;) {
      if (this.#kinds.length > 0) this.#usualRecords(last);
      if (this.#at === this.#bytes.length || !this.#anyRecord(last)) break;
    }
    const cut = this.#cutText();
    this.#bytes = this.#bytes.subarray(this.#at);
    this.#parser.waitFor(this.#bytes.length);
    return cut;
  }

  #cutText(): CutText {
    const plain = this.#plain ?? this.#bytes;
    return new CutText(decodeAscii(plain.subarray(0, this.#at)), this.#cuts);
  }

  #copy(): Uint8Array {
    const { length } = this.#bytes;
    if (this.#room.length < length) this.#room = new Uint8Array(length);
    this.#room.set(this.#bytes);
    return this.#room;
  }

  /** Cuts records until there are no more, or the next one is not as usual, or not whole. */
  #usualRecords(last: boolean): void {
    const bytes = this.#bytes;
    const { length } = bytes;
    const kinds = this.#kinds;
    const separator = this.#separator;
    const quote = this.#quote;
    const cuts = this.#cuts;
    const { cellText, columns } = this.#limits;
    let at = this.#at;
    while (at < length) {
      let seen = 0;
      let breaks = 1;
      for (let goesOn = true; goesOn;) {
        let byte = bytes[at] ?? 0;
        if (byte === quote && at < length) {
          const from = ++at;
          let doubled = false;
          let kind = 0;
          for (;;) {
            while (at < length && (byte = bytes[at] ?? 0) !== quote) {
              if (byte > SPACE) {
                kind |= kinds[byte] ?? 0;
              } else {
                kind |= (kinds[byte] ?? 0) & INK;
                if (byte === LINE_FEED || (byte === RETURN && bytes[at + 1] !== LINE_FEED)) breaks++;
              }
              at++;
            }
            if (at === length) return cuts.dropRow();
            at++;
            if (at === length && !last) return cuts.dropRow();
            if (bytes[at] !== quote) break;
            doubled = true;
            at++;
          }
          // In bytes, which are no fewer than characters.
          if (at - 1 - from > cellText) return cuts.dropRow();
          if (doubled || (kind & STOP) !== 0) kind |= INK;
          if (doubled || (kind & BEYOND) !== 0) this.#addOther(from, at - 1, doubled);
          else cuts.add(from, at - 1);
          seen |= kind;
          if (at < length && kinds[bytes[at] ?? 0] !== STOP) return cuts.dropRow();
        } else {
          // A quote may come after spaces.
          if (byte === SPACE && separator !== SPACE && quote >= 0 && afterSpaces(bytes, at) === quote) {
            return cuts.dropRow();
          }
          const from = at;
          let kind = 0;
          for (; at < length; at++) {
            byte = kinds[bytes[at] ?? 0] ?? 0;
            if (byte === STOP) break;
            kind |= byte;
          }
          if (at - from > cellText) return cuts.dropRow();
          if ((kind & BEYOND) !== 0) this.#addOther(from, at, false);
          else cuts.add(from, at);
          seen |= kind;
        }
        if (at === length) {
          if (!last) return cuts.dropRow();
          goesOn = false;
        } else if (bytes[at++] !== separator) {
          goesOn = false;
          if (bytes[at - 1] === RETURN) {
            if (at === length && !last) return cuts.dropRow();
            if (bytes[at] === LINE_FEED) at++;
          }
        }
      }
      if (cuts.width > columns) return cuts.dropRow();
      const from = this.#at;
      this.#at = at;
      this.#endRow((seen & INK) !== 0 || ((seen & BEYOND) !== 0 && hasLetters(bytes.subarray(from, at))), breaks);
    }
  }

  /** A cell that is not plain; `doubled`: each quote in it stands there twice. */
  #addOther(from: number, to: number, doubled: boolean): void {
    const { other } = this.#cuts;
    const { units } = other;
    const bytes = this.#bytes;
    let start = from;
    if (doubled) {
      for (let at = from; at < to; at++) {
        if (bytes[at] !== this.#quote) continue;
        other.copy(bytes, start, ++at);
        start = at + 1;
      }
    }
    other.copy(bytes, start, to);
    this.#blank(from, to);
    this.#cuts.addOther(units);
  }

  #blank(from: number, to: number): void {
    const plain = (this.#plain ??= this.#copy());
    for (let at = from; at < to; at++) plain[at] = SPACE;
  }

  /** Reads the record that comes next; false where its end may not have come yet. */
  #anyRecord(last: boolean): boolean {
    const view = this.#view;
    const start = view.placeOf(this.#at);
    const cells = this.#parser.recordAt(view.text, start, last);
    if (cells === undefined) return false;
    for (const cell of cells) this.#cuts.addText(cell);
    const from = this.#at;
    this.#at = view.byteOf(this.#parser.at);
    this.#blank(from, this.#at);
    this.#endRow(
      cells.some((cell) => cell.trim() !== ''),
      this.#parser.breaks
    );
    return true;
  }

  #endRow(hasText: boolean, breaks: number): void {
    const cuts = this.#cuts;
    const { width } = cuts;
    const { line } = this.#parser;
    this.lastLine = line;
    this.#parser.line = line + breaks;
    if (width > this.widest) this.widest = width;
    if (!hasText) return cuts.dropRow();
    if (this.width === 0) this.width = width;
    else if (width !== this.width) this.ragged++;
    cuts.endRow(line);
  }
}

function kindsOf(separator: number): Uint8Array {
  const kinds = new Uint8Array(0x100).fill(INK, 0, 0x80).fill(BEYOND, 0x80);
  for (const space of [9, 11, 12, SPACE]) kinds[space] = 0;
  for (const stop of [LINE_FEED, RETURN, separator]) kinds[stop] = STOP;
  return kinds;
}

function afterSpaces(bytes: Uint8Array, start: number): number | undefined {
  let at = start;
  while (bytes[at] === SPACE) at++;
  return bytes[at];
}

/** Of a record with characters beyond ASCII and otherwise only spaces: whether one of them is none. */
function hasLetters(record: Uint8Array): boolean {
  return /[^\0-\x7f\s]/.test(new TextDecoder().decode(record));
}
