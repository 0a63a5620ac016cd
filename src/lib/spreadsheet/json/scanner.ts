import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';

/** Deeper than any list of people, and no stack is in danger. */
const DEEPEST = 512;

const { cellText } = spreadsheetLimits;
/** Of a string as it is written, each character of it as `\\u0000`. */
const LONGEST_STRING = 6 * cellText;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
export const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** White space outside strings, as a person laid the text out. */
const AROUND_STRINGS = /("(?:[^"\\]|\\.)*")|\s+/g;
/** A longer one stays as it is: regular expressions run out of room on very long texts. */
const COMPACTED_TEXT = 100_000;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;

/**
 * Walks over JSON (RFC 8259) and hands out its strings and the source text of its other values. JSON.parse would do
 * but for three things: it turns 1e5 and 20-digit numbers into other texts, it does not say where an error is in all
 * browsers, and it cannot pause. Every method throws Refusal: json-syntax where the text is not JSON, too-large (cell-text)
 * at a string that no cell can hold: nobody waits for its end.
 */
export class JsonScanner {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The code of the next character that is no white space; NaN at the end. Moves to it. */
  next(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code;
      this.at++;
    }
  }

  /** White space to the end, or a syntax error. */
  end(): void {
    this.next();
    if (this.at < this.text.length) this.fail();
  }

  /** After an item: over the comma (true), or over the closing bracket (false). */
  #goesOn(close: number): boolean {
    const code = this.next();
    if (code !== COMMA && code !== close) this.fail();
    this.at++;
    return code === COMMA;
  }

  /** Over `[` or `{`; false, and over the closing one, if there is nothing inside. */
  enter(): boolean {
    const open = this.text.charCodeAt(this.at);
    this.at++;
    if (this.next() !== (open === OPEN_ARRAY ? CLOSE_ARRAY : CLOSE_OBJECT)) return true;
    this.at++;
    return false;
  }

  /** After an item of an array. */
  moreItems(): boolean {
    return this.#goesOn(CLOSE_ARRAY);
  }

  /** After a member of an object. */
  moreMembers(): boolean {
    return this.#goesOn(CLOSE_OBJECT);
  }

  /** Over the colon after a key, to the value. */
  colon(): void {
    if (this.next() !== COLON) this.fail();
    this.at++;
    this.next();
  }

  string(): string {
    const start = this.at;
    const escaped = this.#overString();
    const text = escaped
      ? String(JSON.parse(this.text.slice(start, this.at)))
      : this.text.slice(start + 1, this.at - 1);
    if (text.length > cellText) throw tooLarge('cell-text', cellText);
    return text;
  }

  /**
   * A value as a cell's text: strings as they are, true and false as TRUE and FALSE, null as '', numbers as written,
   * arrays and objects as they are written, but on one line.
   */
  cell(): string {
    const start = this.at;
    if (this.next() === QUOTE) return this.string();
    this.skip();
    const text = this.text.slice(start, this.at);
    if (text === 'null') return '';
    if (text === 'true' || text === 'false') return text.toUpperCase();
    const code = text.charCodeAt(0);
    const nested = code === OPEN_ARRAY || code === OPEN_OBJECT;
    if (text.length > cellText) throw tooLarge('cell-text', cellText);
    return nested && text.length < COMPACTED_TEXT ? text.replace(AROUND_STRINGS, '$1') : text;
  }

  /** Over a value of any kind. Throws Refusal: too-large (nesting). */
  skip(depth = 0): void {
    const code = this.next();
    if (code === QUOTE) {
      this.#overString();
    } else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
      if (depth === DEEPEST) throw tooLarge('nesting', DEEPEST);
      if (!this.enter()) return;
      do {
        if (code === OPEN_OBJECT) {
          if (this.next() !== QUOTE) this.fail();
          this.#overString();
          this.colon();
        }
        this.skip(depth + 1);
      } while (this.#goesOn(code === OPEN_ARRAY ? CLOSE_ARRAY : CLOSE_OBJECT));
    } else {
      this.#overWord();
    }
  }

  fail(at = this.at): never {
    throw new Refusal({ code: 'json-syntax', ...position(this.text, at) });
  }

  /** Says whether there are escapes in it. */
  #overString(): boolean {
    const { text } = this;
    if (text.charCodeAt(this.at) !== QUOTE) this.fail();
    const end = this.at + LONGEST_STRING + 1;
    let escaped = false;
    for (let at = this.at + 1; ; at++) {
      if (at > end) throw tooLarge('cell-text', cellText);
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        return escaped;
      }
      if (code === BACKSLASH) {
        escaped = true;
        ESCAPE.lastIndex = at + 1;
        if (!ESCAPE.test(text)) this.fail(at);
        at++;
      } else if (!(code >= 0x20)) {
        this.fail(at);
      }
    }
  }

  #overWord(): void {
    const { text, at } = this;
    for (const word of ['true', 'false', 'null']) {
      if (!text.startsWith(word, at)) continue;
      this.at = at + word.length;
      return;
    }
    NUMBER.lastIndex = at;
    if (!NUMBER.test(text)) this.fail();
    this.at = NUMBER.lastIndex;
  }
}

/** Line and column, both from 1; a column is a UTF-16 unit. */
function position(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at);
  const line = (before.match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
  return { line, column: at - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) };
}
