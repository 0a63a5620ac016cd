import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { damaged, tooLarge } from '#lib/spreadsheet/refusal.ts';
import { decodeXmlText, isSpace } from './xml-text.ts';

/** What `next` came upon. */
export const MORE = 0;
export const END = 1;
export const OPEN = 2;
export const CLOSE = 3;
/** `<c/>`: an element that closes where it opens. */
export const EMPTY = 4;
export type XmlEvent = typeof MORE | typeof END | typeof OPEN | typeof CLOSE | typeof EMPTY;

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const MOST_ATTRIBUTES = 256;

/**
 * Walks from tag to tag over text that comes in windows. Names are told without their prefix: what a part is, its
 * place in the package says. It never expands anything but character references and the five predefined entities,
 * and refuses every document type declaration [Note: no entities].
 *
 * Throws Refusal: damaged (xml, entities), too-large (nesting; cell-text where one tag or text goes on for ever).
 */
export class XmlScanner {
  /** The local name's only letter, or 0 for longer names: spares the hot path of a sheet its strings. */
  letter = 0;
  #text = '';
  #at = 0;
  #finished = false;
  #depth = 0;
  #nameStart = 0;
  #nameEnd = 0;
  #textStart = 0;
  #textEnd = 0;
  /** Between these two nothing has to be decoded. */
  #plainFrom = 0;
  #plainTo = 0;
  /** Text before a comment or CDATA section that belongs to the text before the next tag. */
  #gathered = '';
  #tagged = true;
  #anyTag = false;
  #attributeCount = 0;
  /** Four a piece: where name and value start and end. */
  readonly #attributes = new Int32Array(4 * MOST_ATTRIBUTES);
  /** `#nameMark` of each open element. */
  readonly #open: Int32Array;
  readonly #part: string;
  readonly #limits: SpreadsheetLimits;

  constructor(part: string, limits: SpreadsheetLimits = spreadsheetLimits) {
    this.#part = part;
    this.#limits = limits;
    this.#open = new Int32Array(limits.nesting + 1);
  }

  /** Adds a window of text. What `next` told before can no longer be asked for. */
  feed(text: string): void {
    const rest = this.#text.slice(this.#at);
    if (rest.length > this.#limits.cellText) throw tooLarge('cell-text', this.#limits.cellText);
    this.#text = rest + text;
    this.#at = 0;
    this.#plainFrom = 0;
    this.#plainTo = 0;
  }

  /** Says that no more text will come. */
  finish(): void {
    this.#finished = true;
  }

  /** The local name of the tag. */
  get name(): string {
    return this.#text.slice(this.#nameStart, this.#nameEnd);
  }

  /** How many elements are open around what follows. */
  get depth(): number {
    return this.#depth;
  }

  /** Goes to the next tag. MORE: feed it; END: all is read. */
  next(): XmlEvent {
    if (this.#tagged) {
      this.#gathered = '';
      this.#tagged = false;
    }
    for (;;) {
      // Most tags follow one another: a look costs less than a search.
      const follows = this.#text.charCodeAt(this.#at) === LESS;
      const tag = follows ? this.#at : this.#text.indexOf('<', this.#at);
      if (tag < 0) return this.#outOfText();
      const first = this.#text.charCodeAt(tag + 1);
      if (first === 0x21 || first === 0x3f) {
        if (!this.#passMarkup(tag, first)) return this.#outOfText();
        continue;
      }
      const event = first === SLASH ? this.#closeTag(tag) : this.#openTag(tag);
      if (event === MORE) return this.#outOfText();
      this.#tagged = true;
      this.#anyTag = true;
      return event;
    }
  }

  /** Lets `pass` go over whole elements right behind the tag before: it tells how far it came. */
  skim(pass: (text: string, at: number) => number): void {
    this.#at = pass(this.#text, this.#at);
  }

  /** The text between the tag before and this one, decoded. */
  text(): string {
    const text = this.#decoded(this.#textStart, this.#textEnd);
    return this.#gathered === '' ? text : this.#gathered + text;
  }

  /** The decoded value of an attribute by its name as written, prefix included; null without it. */
  attribute(name: string): string | null {
    for (let at = 0; at < this.#attributeCount * 4; at += 4) {
      const start = this.#attributes[at] ?? 0;
      const length = (this.#attributes[at + 1] ?? 0) - start;
      if (length === name.length && this.#text.startsWith(name, start)) return this.#attributeValue(at);
    }
    return null;
  }

  /** As `attribute`, for one that has some prefix, whichever: `r:id`. */
  prefixedAttribute(localName: string): string | null {
    const suffix = `:${localName}`;
    for (let at = 0; at < this.#attributeCount * 4; at += 4) {
      if (this.#text.slice(this.#attributes[at], this.#attributes[at + 1]).endsWith(suffix)) {
        return this.#attributeValue(at);
      }
    }
    return null;
  }

  /** For tags that stand where they must not. */
  fail(): never {
    throw damaged('xml', this.#part);
  }

  #attributeValue(at: number): string {
    return this.#decoded(this.#attributes[at + 2] ?? 0, this.#attributes[at + 3] ?? 0);
  }

  /** Looks for references and line ends once for many texts: most windows of a sheet have few or none. */
  #decoded(start: number, end: number): string {
    if (start > this.#plainTo) {
      this.#plainFrom = start;
      this.#plainTo = this.#endOfPlain(start);
    }
    const text = this.#text.slice(start, end);
    return start >= this.#plainFrom && end <= this.#plainTo ? text : decodeXmlText(text);
  }

  #endOfPlain(from: number): number {
    const reference = this.#text.indexOf('&', from);
    const end = reference < 0 ? this.#text.length : reference;
    const lineEnd = this.#text.indexOf('\r', from);
    return lineEnd < 0 ? end : Math.min(end, lineEnd);
  }

  #outOfText(): typeof MORE | typeof END {
    if (!this.#finished) return MORE;
    const rest = this.#text.slice(this.#at);
    // Some writers leave NUL bytes or line ends behind the last tag.
    if (!this.#anyTag || this.#depth !== 0 || /[^\s\0\uFEFF]/.test(rest)) this.fail();
    return END;
  }

  #closeTag(tag: number): typeof MORE | typeof CLOSE {
    let nameStart = tag + 2;
    let nameEnd = nameStart;
    let end = nameStart;
    for (; ; end++) {
      const code = this.#text.charCodeAt(end);
      if (code === GREATER) break;
      if (end >= this.#text.length) return MORE;
      if (code === COLON) nameStart = end + 1;
      if (!isSpace(code)) nameEnd = end + 1;
    }
    if (this.#depth === 0 || this.#open[this.#depth--] !== this.#nameMark(tag + 2, nameEnd)) {
      this.fail();
    }
    this.#settle(tag, nameStart, nameEnd, end + 1);
    this.#attributeCount = 0;
    return CLOSE;
  }

  #openTag(tag: number): typeof MORE | typeof OPEN | typeof EMPTY {
    const text = this.#text;
    const length = text.length;
    let at = tag + 1;
    let nameStart = at;
    let code = 0;
    for (; at < length; at++) {
      code = text.charCodeAt(at);
      if (code <= 0x20 || code === SLASH || code === GREATER) break;
      if (code === COLON) nameStart = at + 1;
    }
    const nameEnd = at;
    let count = 0;
    for (;;) {
      while (at < length && isSpace((code = text.charCodeAt(at)))) at++;
      if (at >= length) return MORE;
      if (code === GREATER || code === SLASH) break;
      const start = at;
      for (; at < length; at++) {
        code = text.charCodeAt(at);
        if (code === EQUALS || code <= 0x20 || code === GREATER) break;
      }
      const end = at;
      while (at < length && isSpace((code = text.charCodeAt(at)))) at++;
      if (at >= length) return MORE;
      if (code !== EQUALS || count === MOST_ATTRIBUTES) this.fail();
      do at++;
      while (at < length && isSpace(text.charCodeAt(at)));
      if (at >= length) return MORE;
      const quote = text.charCodeAt(at);
      if (quote !== QUOTE && quote !== APOSTROPHE) this.fail();
      const valueStart = ++at;
      while (at < length && text.charCodeAt(at) !== quote) at++;
      if (at >= length) return MORE;
      const field = count++ * 4;
      this.#attributes[field] = start;
      this.#attributes[field + 1] = end;
      this.#attributes[field + 2] = valueStart;
      this.#attributes[field + 3] = at++;
    }
    const empty = code === SLASH;
    if (empty && ++at >= length) return MORE;
    if (text.charCodeAt(at) !== GREATER || nameEnd === nameStart) this.fail();
    this.#attributeCount = count;
    if (!empty) {
      if (++this.#depth > this.#limits.nesting) throw tooLarge('nesting', this.#limits.nesting);
      this.#open[this.#depth] = this.#nameMark(tag + 1, nameEnd);
    }
    this.#settle(tag, nameStart, nameEnd, at + 1);
    return empty ? EMPTY : OPEN;
  }

  /** Length, first and last letter of a name with its prefix: enough to tell what closes something else. */
  #nameMark(start: number, end: number): number {
    return ((end - start) << 16) ^ (this.#text.charCodeAt(start) << 8) ^ this.#text.charCodeAt(end - 1);
  }

  #settle(tag: number, nameStart: number, nameEnd: number, end: number): void {
    this.#textStart = this.#at;
    this.#textEnd = tag;
    this.#nameStart = nameStart;
    this.#nameEnd = nameEnd;
    this.letter = nameEnd - nameStart === 1 ? this.#text.charCodeAt(nameStart) : 0;
    this.#at = end;
  }

  /** Passes a comment, an instruction or a CDATA section; false where its end is not here yet. */
  #passMarkup(tag: number, first: number): boolean {
    const text = this.#text;
    let start = tag + 2;
    let ender = '?>';
    const cdata = text.startsWith('[CDATA[', start);
    if (first === 0x21) {
      if (!cdata && !text.startsWith('--', start)) {
        if (text.length - start < 7 && !this.#finished) return false;
        throw damaged(/^doctype|^entity/i.test(text.slice(start, start + 7)) ? 'entities' : 'xml', this.#part);
      }
      start += cdata ? 7 : 2;
      ender = cdata ? ']]>' : '-->';
    }
    const end = text.indexOf(ender, start);
    if (end < 0) return false;
    this.#gathered += decodeXmlText(text.slice(this.#at, tag));
    if (cdata) this.#gathered += text.slice(start, end).replace(/\r\n?/g, '\n');
    if (this.#gathered.length > this.#limits.cellText) throw tooLarge('cell-text', this.#limits.cellText);
    this.#at = end + ender.length;
    return true;
  }
}
