import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { damaged, tooLarge } from '#lib/spreadsheet/refusal.ts';
import { asciiBytes, startsAt } from '#lib/spreadsheet/text/bytes.ts';
import { TagAttributes } from './tag-attributes.ts';
import { utf8Text } from './utf8-text.ts';
import { charactersIn, hasOthers, nameMark, placeOf } from './xml-bytes.ts';
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
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const CDATA = asciiBytes('[CDATA[');
const CDATA_END = asciiBytes(']]>');
const COMMENT = asciiBytes('--');
const COMMENT_END = asciiBytes('-->');
const INSTRUCTION_END = asciiBytes('?>');
/** NUL stands behind the bytes: no look over whole elements goes beyond them. */
const PADDING = 16;

/**
 * Walks from tag to tag over UTF-8 that comes in windows. Names are told without their prefix: what a part is, its
 * place in the package says. It never expands anything but character references and the five predefined entities,
 * and refuses every document type declaration [Note: no entities].
 *
 * Throws Refusal: damaged (xml, entities), too-large (nesting; cell-text where one tag or text goes on for ever).
 */
export class XmlScanner {
  /** The local name's only letter, or 0 for longer names: spares the hot path of a sheet its strings. */
  letter = 0;
  /** Grows as it must: what was read is overwritten by what comes. */
  #bytes = new Uint8Array(0);
  #end = 0;
  #at = 0;
  #finished = false;
  #depth = 0;
  #nameStart = 0;
  #nameEnd = 0;
  #textStart = 0;
  #textEnd = 0;
  /** Text before a comment or CDATA section that belongs to the text before the next tag. */
  #gathered = '';
  #tagged = true;
  #anyTag = false;
  readonly #attributes = new TagAttributes();
  /** `#nameMark` of each open element. */
  readonly #open: Int32Array;
  readonly #part: string;
  readonly #limits: SpreadsheetLimits;

  constructor(part: string, limits: SpreadsheetLimits = spreadsheetLimits) {
    this.#part = part;
    this.#limits = limits;
    this.#open = new Int32Array(limits.nesting + 1);
  }

  /** Adds bytes, which are copied. What `next` told before can no longer be asked for. */
  feed(...pieces: readonly Uint8Array[]): void {
    const rest = this.#end - this.#at;
    if (rest > this.#limits.cellText && charactersIn(this.#bytes, this.#at, this.#end) > this.#limits.cellText) {
      throw tooLarge('cell-text', this.#limits.cellText);
    }
    const end = pieces.reduce((sum, { length }) => sum + length, rest);
    const before = this.#bytes;
    if (end + PADDING > before.length) this.#bytes = new Uint8Array(2 * (end + PADDING));
    this.#bytes.set(before.subarray(this.#at, this.#end));
    let at = rest;
    for (const piece of pieces) {
      this.#bytes.set(piece, at);
      at += piece.length;
    }
    this.#bytes.fill(0, end, end + PADDING);
    this.#at = 0;
    this.#end = end;
  }

  /** Says that no more text will come. */
  finish(): void {
    this.#finished = true;
  }

  /** The local name of the tag. */
  get name(): string {
    return utf8Text(this.#bytes, this.#nameStart, this.#nameEnd);
  }

  /** What stands before the name of an opening tag, colon included. */
  get prefix(): string {
    return utf8Text(this.#bytes, this.#textEnd + 1, this.#nameStart);
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
      const bytes = this.#bytes;
      let tag = this.#at;
      while (tag < this.#end && bytes[tag] !== LESS) tag++;
      if (tag === this.#end) return this.#outOfText();
      const first = bytes[tag + 1] ?? 0;
      if (first === EXCLAMATION || first === QUESTION) {
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

  /**
   * Lets `pass` go over whole tags right behind the one before: it tells how far it came, and of elements that are not
   * both opened and closed there it tells `opened` and `closes`. Behind the bytes stands NUL.
   */
  skim(pass: (bytes: Uint8Array, at: number) => number): void {
    this.#at = pass(this.#bytes, this.#at);
  }

  opened(mark: number): void {
    if (++this.#depth > this.#limits.nesting) throw tooLarge('nesting', this.#limits.nesting);
    this.#open[this.#depth] = mark;
  }

  /** False where another element would have to be closed first. */
  closes(mark: number): boolean {
    if (this.#depth === 0 || this.#open[this.#depth] !== mark) return false;
    this.#depth--;
    return true;
  }

  /** The text between the tag before and this one, decoded. */
  text(): string {
    const text = this.#decoded(this.#textStart, this.#textEnd);
    return this.#gathered === '' ? text : this.#gathered + text;
  }

  /** The decoded value of an attribute by its name as written, prefix included; null without it. */
  attribute(name: string): string | null {
    return this.#attributes.find(this.#bytes, name, false) ? this.#attributeValue() : null;
  }

  /** As `attribute`, for one that has some prefix, whichever: `r:id`. */
  prefixedAttribute(localName: string): string | null {
    return this.#attributes.find(this.#bytes, localName, true) ? this.#attributeValue() : null;
  }

  /** For tags that stand where they must not. */
  fail(): never {
    throw damaged('xml', this.#part);
  }

  #attributeValue(): string {
    return this.#decoded(this.#attributes.valueStart, this.#attributes.valueEnd);
  }

  #decoded(start: number, end: number): string {
    return decodeXmlText(this.#utf8(start, end));
  }

  #utf8(start: number, end: number): string {
    try {
      return utf8Text(this.#bytes, start, end);
    } catch {
      return this.fail();
    }
  }

  #outOfText(): typeof MORE | typeof END {
    if (!this.#finished) return MORE;
    const rest = this.#utf8(this.#at, this.#end);
    // Some writers leave NUL bytes or line ends behind the last tag.
    if (!this.#anyTag || this.#depth !== 0 || /[^\s\0\uFEFF]/.test(rest)) this.fail();
    return END;
  }

  #closeTag(tag: number): typeof MORE | typeof CLOSE {
    const bytes = this.#bytes;
    let nameStart = tag + 2;
    let nameEnd = nameStart;
    let end = nameStart;
    for (; ; end++) {
      const code = bytes[end] ?? 0;
      if (code === GREATER) break;
      if (end >= this.#end) return MORE;
      if (code === COLON) nameStart = end + 1;
      if (!isSpace(code)) nameEnd = end + 1;
    }
    if (!this.closes(nameMark(bytes, tag + 2, nameEnd))) this.fail();
    this.#settle(tag, nameStart, nameEnd, end + 1);
    this.#attributes.clear();
    return CLOSE;
  }

  #openTag(tag: number): typeof MORE | typeof OPEN | typeof EMPTY {
    const bytes = this.#bytes;
    const length = this.#end;
    let at = tag + 1;
    let nameStart = at;
    let code = 0;
    for (; at < length; at++) {
      code = bytes[at] ?? 0;
      if (code <= 0x20 || code === SLASH || code === GREATER) break;
      if (code === COLON) nameStart = at + 1;
    }
    const nameEnd = at;
    this.#attributes.clear();
    for (;;) {
      while (at < length && isSpace((code = bytes[at] ?? 0))) at++;
      if (at >= length) return MORE;
      if (code === GREATER || code === SLASH) break;
      const start = at;
      for (; at < length; at++) {
        code = bytes[at] ?? 0;
        if (code === EQUALS || code <= 0x20 || code === GREATER) break;
      }
      const end = at;
      while (at < length && isSpace((code = bytes[at] ?? 0))) at++;
      if (at >= length) return MORE;
      if (code !== EQUALS || this.#attributes.full) this.fail();
      do at++;
      while (at < length && isSpace(bytes[at] ?? 0));
      if (at >= length) return MORE;
      const quote = bytes[at] ?? 0;
      if (quote !== QUOTE && quote !== APOSTROPHE) this.fail();
      const valueStart = ++at;
      while (at < length && (bytes[at] ?? 0) !== quote) at++;
      if (at >= length) return MORE;
      this.#attributes.add(start, end, valueStart, at++);
    }
    const empty = code === SLASH;
    if (empty && ++at >= length) return MORE;
    if ((bytes[at] ?? 0) !== GREATER || nameEnd === nameStart) this.fail();
    if (!empty) this.opened(nameMark(bytes, tag + 1, nameEnd));
    this.#settle(tag, nameStart, nameEnd, at + 1);
    return empty ? EMPTY : OPEN;
  }

  #settle(tag: number, nameStart: number, nameEnd: number, end: number): void {
    this.#textStart = this.#at;
    this.#textEnd = tag;
    this.#nameStart = nameStart;
    this.#nameEnd = nameEnd;
    this.letter = nameEnd - nameStart === 1 ? (this.#bytes[nameStart] ?? 0) : 0;
    // What nobody asks for must be UTF-8 too: the annotator would stumble over it.
    if (hasOthers(this.#bytes, this.#at, end)) this.#utf8(this.#at, end);
    this.#at = end;
  }

  /** Passes a comment, an instruction or a CDATA section; false where its end is not here yet. */
  #passMarkup(tag: number, first: number): boolean {
    const bytes = this.#bytes;
    let start = tag + 2;
    let ender = INSTRUCTION_END;
    const cdata = startsAt(bytes, start, CDATA);
    if (first === EXCLAMATION) {
      if (!cdata && !startsAt(bytes, start, COMMENT)) {
        if (this.#end - start < CDATA.length && !this.#finished) return false;
        const word = String.fromCharCode(...bytes.subarray(start, start + CDATA.length));
        throw damaged(/^doctype|^entity/i.test(word) ? 'entities' : 'xml', this.#part);
      }
      start += cdata ? CDATA.length : COMMENT.length;
      ender = cdata ? CDATA_END : COMMENT_END;
    }
    const end = placeOf(ender, bytes, start, this.#end);
    if (end < 0) return false;
    this.#gathered += this.#decoded(this.#at, tag);
    const inside = this.#utf8(start, end);
    if (cdata) this.#gathered += inside.replace(/\r\n?/g, '\n');
    if (this.#gathered.length > this.#limits.cellText) throw tooLarge('cell-text', this.#limits.cellText);
    this.#at = end + ender.length;
    return true;
  }
}
