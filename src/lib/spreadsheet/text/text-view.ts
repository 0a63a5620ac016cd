import { afterUnits } from './bytes.ts';
import { decodeUtf8 } from './utf-8.ts';

/**
 * Bytes of UTF-8 as text, for whoever cannot read bytes: decoded from the place on that is asked for first, and not
 * before. Places are asked for in rising order.
 */
export class TextView {
  text = '';
  readonly #bytes: Uint8Array;
  /** A byte, and its place in the text. */
  #byte = -1;
  #place = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Where in the text the character is that begins with this byte. Throws Misread. */
  placeOf(byte: number): number {
    if (this.#byte < 0) {
      this.text = decodeUtf8(this.#bytes.subarray(byte));
      this.#byte = byte;
    }
    for (; this.#byte < byte; this.#byte++) {
      const code = this.#bytes[this.#byte] ?? 0;
      if (code < 0x80 || code >= 0xc0) this.#place += code < 0xf0 ? 1 : 2;
    }
    return this.#place;
  }

  /** The byte with which the character at this place begins. */
  byteOf(place: number): number {
    this.#byte = afterUnits(this.#bytes, this.#byte, place - this.#place);
    this.#place = place;
    return this.#byte;
  }
}
