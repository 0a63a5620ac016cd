import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { tooLarge } from '#lib/spreadsheet/refusal.ts';
import { afterUnits, joined } from '#lib/spreadsheet/text/bytes.ts';
import { Cuts, CutText } from '#lib/spreadsheet/text/cut-text.ts';
import type { CsvDialect } from './dialect.ts';
import { CsvParser, RECORD_TEXT } from './parse.ts';

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;

/** What a cell has, by its bytes: something to see, or what may be a space beyond ASCII. */
const INK = 1;
const PERHAPS = 2;
/** What ends a cell. */
const STOP = 4;

const utf8 = new TextEncoder();

/**
 * Cuts text, given piece by piece, into rows, without copying its cells: see [Note: how CSV is read] and
 * [Note: cut, not copied].
 *
 * [Note: bytes are faster than characters] The places are found in the text's UTF-8 bytes, which take a third of the
 * time that the same loop takes over a string, and are counted as places in the text on the way. A record that is not
 * as most programs write it is left to CsvParser: any text is cut in the same way by both.
 *
 * Throws what CsvParser throws.
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
  readonly #quoteText: string;
  /** Of each ASCII character: INK, STOP or neither. Empty where the dialect goes beyond ASCII. */
  readonly #kinds: Uint8Array;
  readonly #cuts = new Cuts();
  #text = '';
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  /** The next byte, and how much farther it lies than its place in the text. */
  #at = 0;
  #shift = 0;

  constructor(dialect: CsvDialect, firstLine = 1, limits: SpreadsheetLimits = spreadsheetLimits) {
    this.#parser = new CsvParser(dialect, firstLine, limits);
    this.#limits = limits;
    this.#separator = dialect.separator.charCodeAt(0);
    this.#quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
    this.#quoteText = dialect.quote.charAt(0);
    this.#kinds = this.#separator < 0x80 && this.#quote < 0x80 ? kindsOf(this.#separator) : new Uint8Array(0);
  }

  get strayQuotes(): number {
    return this.#parser.strayQuotes;
  }

  /** The rows with text that end in this piece. `bytes`: those of the text in UTF-8, where they are at hand. */
  push(text: string, bytes: Uint8Array<ArrayBuffer> | undefined, last: boolean): CutText {
    this.#text += text;
    this.#bytes = joined([this.#bytes, bytes ?? utf8.encode(text)]);
    this.#at = this.#shift = 0;
    this.#cuts.clear();
    for (;;) {
      if (this.#kinds.length > 0) this.#usualRecords(last);
      if (this.#at === this.#bytes.length || !this.#anyRecord(last)) break;
    }
    const cut = new CutText(this.#text, this.#cuts);
    this.#text = this.#text.slice(this.#at - this.#shift);
    this.#bytes = this.#bytes.subarray(this.#at);
    if (this.#text.length > RECORD_TEXT) throw tooLarge('cell-text', this.#limits.cellText);
    return cut;
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
    let shift = this.#shift;
    while (at < length) {
      let ink = 0;
      let breaks = 1;
      for (let goesOn = true; goesOn;) {
        let byte = at < length ? (bytes[at] ?? 0) : 0;
        if (byte === quote) {
          const from = ++at - shift;
          let doubled = false;
          for (;;) {
            while (at < length && (byte = bytes[at] ?? 0) !== quote) {
              if (byte >= 0x80) {
                ink |= PERHAPS;
                if (byte < 0xc0) shift++;
                else if (byte >= 0xf0) shift--;
              } else if (byte > SPACE) {
                ink |= INK;
              } else {
                ink |= (kinds[byte] ?? 0) & INK;
                if (byte === LINE_FEED || (byte === RETURN && bytes[at + 1] !== LINE_FEED)) breaks++;
              }
              at++;
            }
            if (at === length) return cuts.dropRow();
            at++;
            if (at === length && !last) return cuts.dropRow();
            if (bytes[at] !== quote) break;
            doubled = true;
            ink |= INK;
            at++;
          }
          const to = at - 1 - shift;
          if (doubled) cuts.addText(this.#text.slice(from, to).replaceAll(this.#quoteText.repeat(2), this.#quoteText));
          else cuts.add(from, to);
          if (at < length && ((bytes[at] ?? 0) >= 0x80 || kinds[bytes[at] ?? 0] !== STOP)) return cuts.dropRow();
        } else {
          // A quote may come after spaces.
          if (byte === SPACE && separator !== SPACE && quote >= 0 && afterSpaces(bytes, at) === quote) {
            return cuts.dropRow();
          }
          const from = at - shift;
          while (at < length) {
            byte = bytes[at] ?? 0;
            if (byte < 0x80) {
              const kind = kinds[byte] ?? 0;
              if (kind === STOP) break;
              ink |= kind;
            } else {
              ink |= PERHAPS;
              if (byte < 0xc0) shift++;
              else if (byte >= 0xf0) shift--;
            }
            at++;
          }
          if (at - shift - from > cellText) return cuts.dropRow();
          cuts.add(from, at - shift);
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
      this.#at = at;
      this.#shift = shift;
      this.#endRow((ink & INK) !== 0 || ((ink & PERHAPS) !== 0 && cuts.rowHasText(this.#text)), breaks);
    }
  }

  /** Reads the record that comes next; false where its end may not have come yet. */
  #anyRecord(last: boolean): boolean {
    const cells = this.#parser.recordAt(this.#text, this.#at - this.#shift, last);
    if (cells === undefined) return false;
    for (const cell of cells) this.#cuts.addText(cell);
    const { at } = this.#parser;
    this.#at = afterUnits(this.#bytes, this.#at, at - (this.#at - this.#shift));
    this.#shift = this.#at - at;
    this.#endRow(this.#cuts.rowHasText(this.#text), this.#parser.breaks);
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
  const kinds = new Uint8Array(0x80).fill(INK);
  for (const space of [9, 11, 12, SPACE]) kinds[space] = 0;
  for (const stop of [LINE_FEED, RETURN, separator]) kinds[stop] = STOP;
  return kinds;
}

function afterSpaces(bytes: Uint8Array, start: number): number | undefined {
  let at = start;
  while (bytes[at] === SPACE) at++;
  return bytes[at];
}
