import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import type { CsvDialect } from './dialect.ts';

const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
/** An unfinished record is read again when more text comes; its length is bounded so that this stays cheap. */
const RECORD_TEXT = 8 * 1024 * 1024;

/** Called for each record, blank ones too, with the line where it starts (from 1). */
type OnRecord = (cells: string[], line: number) => void;

/**
 * Cuts text, given piece by piece, into records (RFC 4180, and what programs write in spite of it).
 *
 * [Note: how CSV is read] Each of CRLF, LF and CR ends a record, also mixed. A quote counts at the start of a cell,
 * spaces before it allowed; the same quote doubled is one; text between the closing quote and the separator is kept,
 * as Excel does. A cell is never trimmed, converted or left out.
 *
 * Own code and not PapaParse, which gives no line numbers for records and is slower: see docs/performance.md.
 * Throws Refusal: unclosed-quote with the line where the cell starts, too-large (columns, cell-text). A quote counts as
 * unclosed at the end of the text, or where its record has become too long to be waited for.
 */
export class CsvParser {
  /** Cells with text after their closing quote. */
  strayQuotes = 0;
  /** The line of the next record. */
  line: number;

  readonly #separator: number;
  readonly #quote: number;
  readonly #quoteText: string;
  readonly #limits: SpreadsheetLimits;
  /** Where the record that was read last ends, behind its line end. */
  at = 0;
  /** Its line breaks. */
  breaks = 0;
  /** Its cells with text after their closing quote. */
  #stray = 0;
  /** The line of its cell that waits for its closing quote; 0 where none does. */
  #openLine = 0;
  #text = '';

  constructor(dialect: CsvDialect, firstLine = 1, limits: SpreadsheetLimits = spreadsheetLimits) {
    this.#separator = dialect.separator.charCodeAt(0);
    // NaN where nothing quotes.
    this.#quote = dialect.quote.charCodeAt(0);
    this.#quoteText = dialect.quote.charAt(0);
    this.#limits = limits;
    this.line = firstLine;
  }

  push(text: string, last: boolean, onRecord: OnRecord): void {
    const all = this.#text + text;
    let start = 0;
    while (start < all.length) {
      const cells = this.recordAt(all, start, last);
      if (cells === undefined) break;
      const { line } = this;
      this.line += this.breaks;
      start = this.at;
      onRecord(cells, line);
    }
    this.#text = last ? '' : all.slice(start);
    this.waitFor(this.#text.length);
  }

  /** Refuses to wait for the end of the record that was read last, where so much of it is there already. */
  waitFor(length: number): void {
    if (length <= RECORD_TEXT) return;
    if (this.#openLine > 0) throw new Refusal({ code: 'unclosed-quote', line: this.#openLine });
    throw tooLarge('cell-text', this.#limits.cellText);
  }

  /** The record that begins there, on `line`; undefined where its end may not have come yet (`last`: there is no more). */
  recordAt(text: string, start: number, last: boolean): string[] | undefined {
    this.#text = text;
    this.at = start;
    this.breaks = this.#stray = this.#openLine = 0;
    return this.#record(last);
  }

  #record(last: boolean): string[] | undefined {
    const text = this.#text;
    const separator = this.#separator;
    const cells: string[] = [];
    for (;;) {
      const cell = this.#startsQuoted() ? this.#quotedCell(last) : this.#plainCell(last);
      if (cell === undefined) return undefined;
      cells.push(cell);
      if (cells.length > this.#limits.columns) throw tooLarge('columns', this.#limits.columns);
      const code = text.charCodeAt(this.at);
      if (code === separator) {
        this.at++;
        continue;
      }
      if (code === RETURN) {
        if (this.at + 1 === text.length && !last) return undefined;
        if (text.charCodeAt(this.at + 1) === LINE_FEED) this.at++;
      }
      this.at++;
      this.breaks++;
      this.strayQuotes += this.#stray;
      return cells;
    }
  }

  #startsQuoted(): boolean {
    let at = this.at;
    while (this.#text.charCodeAt(at) === SPACE && this.#separator !== SPACE) at++;
    return this.#text.charCodeAt(at) === this.#quote;
  }

  #plainCell(last: boolean): string | undefined {
    const text = this.#text;
    const separator = this.#separator;
    const { length } = text;
    const start = this.at;
    let end = start;
    while (end < length) {
      const code = text.charCodeAt(end);
      if (code === separator || code === LINE_FEED || code === RETURN) break;
      end++;
    }
    if (end - start > this.#limits.cellText) throw tooLarge('cell-text', this.#limits.cellText);
    if (end === length && !last) return undefined;
    this.at = end;
    return text.slice(start, end);
  }

  #quotedCell(last: boolean): string | undefined {
    const text = this.#text;
    const start = text.indexOf(this.#quoteText, this.at) + 1;
    let cell = '';
    let from = start;
    for (;;) {
      const quote = text.indexOf(this.#quoteText, from);
      if (quote < 0) {
        const line = this.line + this.breaks;
        if (last) throw new Refusal({ code: 'unclosed-quote', line });
        this.#openLine = line;
        return undefined;
      }
      cell += text.slice(from, quote);
      from = quote + 1;
      if (from === text.length && !last) return undefined;
      if (text.charCodeAt(from) !== this.#quote) break;
      cell += this.#quoteText;
      from++;
    }
    this.at = from;
    const tail = this.#plainCell(last);
    if (tail === undefined) return undefined;
    this.breaks += lineBreaks(text, start, from);
    if (/[^ ]/.test(tail)) {
      this.#stray++;
      cell += tail;
    }
    if (cell.length > this.#limits.cellText) throw tooLarge('cell-text', this.#limits.cellText);
    return cell;
  }
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) count++;
  }
  return count;
}
