import { isInCharacter } from '#lib/spreadsheet/text/bytes.ts';
import { APART, TextPack } from './text-pack.ts';

/** Longer texts stand apart: they are rare, and would make each look at what is packed so far a long one. */
const LONGEST_BYTES = 4096;
/** A UTF-16 unit takes three bytes at most. */
const LONGEST = LONGEST_BYTES / 3;
const ROOM = 64 * 1024;
const ROOM_TEXTS = 2048;

const UNDERSCORE = 0x5f;
const SMALL_X = 0x78;
/** The first byte of characters beyond U+00FF. */
const FIRST_WIDE = 0xc4;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What ends a text or asks for a closer look: tags, references, line ends, what may be an escape; NUL ends a window. */
const STOPS = new Uint8Array(0x80);
for (const stop of '\0<&\r_') STOPS[stop.charCodeAt(0)] = 1;

/** Gathers texts of an XML part, still as bytes, until they become strings together. */
export class TextPacker {
  count = 0;
  /** Of all texts, in UTF-16 units. */
  length = 0;
  #spans = new Int32Array(2 * ROOM_TEXTS);
  #narrow = new Uint8Array(ROOM);
  #narrowEnd = 0;
  #narrowLength = 0;
  #wide = new Uint8Array(LONGEST_BYTES);
  #wideEnd = 0;
  #wideLength = 0;
  #apart: string[] = [];
  /** Of the text that was copied or added last, in UTF-16 units. */
  lastLength = 0;
  #copiedEnd = 0;
  #isWide = false;

  /** Forgets the texts. */
  clear(): void {
    this.count = this.length = 0;
    this.#narrowEnd = this.#narrowLength = 0;
    this.#wideEnd = this.#wideLength = 0;
    this.#apart = [];
  }

  /**
   * Copies what stands in the UTF-8 of an XML part from `from` on, up to a tag or whatever is not to be copied as it
   * stands, and gives the place of that. The text counts only when it is kept. NUL must stand behind the bytes.
   */
  copy(bytes: Uint8Array, from: number): number {
    // Behind a text that ends within a character it would become the rest of that.
    if (isInCharacter(bytes[from] ?? 0)) return from;
    let to = this.#narrowEnd;
    const most = to + LONGEST_BYTES;
    if (most > this.#narrow.length) this.#narrow = grown(this.#narrow);
    const narrow = this.#narrow;
    let at = from;
    let shift = 0;
    let isWide = false;
    for (; to < most; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) {
        if (STOPS[byte] !== 0 && (byte !== UNDERSCORE || bytes[at + 1] === SMALL_X)) break;
      } else if (byte < 0xc0) {
        shift++;
      } else if (byte >= FIRST_WIDE) {
        isWide = true;
        if (byte >= 0xf0) shift--;
      }
      narrow[to++] = byte;
    }
    this.#copiedEnd = to;
    this.lastLength = at - from - shift;
    this.#isWide = isWide;
    return at;
  }

  /** Keeps the text that was copied last; gives its place. */
  keep(): number {
    const length = this.lastLength;
    if (this.#isWide) {
      this.#span(~this.#wideLength, length);
      this.#moveToWide();
    } else {
      this.#span(this.#narrowLength, length);
      this.#narrowEnd = this.#copiedEnd;
      this.#narrowLength += length;
    }
    return this.count - 1;
  }

  /** Gives the text's place. */
  add(text: string): number {
    if (text.length > LONGEST) {
      this.lastLength = text.length;
      this.#span(APART + this.#apart.length, text.length);
      this.#apart.push(text);
      return this.count - 1;
    }
    if (this.#narrowEnd + LONGEST_BYTES > this.#narrow.length) this.#narrow = grown(this.#narrow);
    const narrow = this.#narrow;
    const from = this.#narrowEnd;
    let at = 0;
    let codes = 0;
    for (; at < text.length && codes < 0x80; at++) {
      const code = text.charCodeAt(at);
      narrow[from + at] = code;
      codes |= code;
    }
    this.#copiedEnd = from + at;
    this.#isWide = false;
    if (codes >= 0x80) {
      this.#copiedEnd = from + encoder.encodeInto(text, narrow.subarray(from)).written;
      for (let unit = 0; unit < text.length; unit++) if (text.charCodeAt(unit) > 0xff) this.#isWide = true;
    }
    this.lastLength = text.length;
    return this.keep();
  }

  /** The texts so far. Throws TypeError where bytes that were copied are no UTF-8. */
  packed(): TextPack {
    return new TextPack(
      decoder.decode(this.#narrow.subarray(0, this.#narrowEnd)),
      decoder.decode(this.#wide.subarray(0, this.#wideEnd)),
      this.#apart,
      this.#spans.slice(0, 2 * this.count)
    );
  }

  #span(start: number, length: number): void {
    const at = 2 * this.count++;
    if (at === this.#spans.length) {
      const before = this.#spans;
      this.#spans = new Int32Array(2 * before.length);
      this.#spans.set(before);
    }
    this.#spans[at] = start;
    this.#spans[at + 1] = length;
    this.length += length;
  }

  #moveToWide(): void {
    if (this.#wideEnd + LONGEST_BYTES > this.#wide.length) this.#wide = grown(this.#wide);
    const wide = this.#wide;
    for (let at = this.#narrowEnd; at < this.#copiedEnd; at++) wide[this.#wideEnd++] = this.#narrow[at] ?? 0;
    this.#wideLength += this.lastLength;
  }
}

function grown(before: Uint8Array): Uint8Array<ArrayBuffer> {
  const after = new Uint8Array(2 * before.length);
  after.set(before);
  return after;
}
