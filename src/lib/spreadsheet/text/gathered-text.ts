import { Misread } from '#lib/spreadsheet/misread.ts';
import { isInCharacter } from './bytes.ts';
import { decodeUtf8 } from './utf-8.ts';

/** Texts one behind another, put together from bytes of UTF-8 and decoded all at once. */
export class GatheredText {
  /** UTF-16 units so far. */
  units = 0;
  #bytes = new Uint8Array(4096);
  #length = 0;

  clear(): void {
    this.units = this.#length = 0;
  }

  /** Puts the bytes up to `to` behind the others. Throws Misread where they would end a character of those. */
  copy(bytes: Uint8Array, from: number, to: number): void {
    if (from < to && isInCharacter(bytes[from] ?? 0)) throw new Misread();
    this.#makeRoom(to - from);
    const own = this.#bytes;
    let length = this.#length;
    let units = this.units;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      own[length++] = byte;
      if (byte < 0x80 || byte >= 0xc0) units += byte < 0xf0 ? 1 : 2;
    }
    this.#length = length;
    this.units = units;
  }

  /** `code`: of a whole character, no half of a surrogate pair. */
  putCharacter(code: number): void {
    this.#makeRoom(4);
    this.units += code < 0x10000 ? 1 : 2;
    if (code < 0x80) return this.#put(code);
    if (code < 0x800) {
      this.#put(0xc0 | (code >> 6));
    } else {
      if (code < 0x10000) this.#put(0xe0 | (code >> 12));
      else {
        this.#put(0xf0 | (code >> 18));
        this.#put(0x80 | ((code >> 12) & 0x3f));
      }
      this.#put(0x80 | ((code >> 6) & 0x3f));
    }
    this.#put(0x80 | (code & 0x3f));
  }

  /** Throws Misread. */
  text(): string {
    return decodeUtf8(this.#bytes.subarray(0, this.#length));
  }

  #put(byte: number): void {
    this.#bytes[this.#length++] = byte;
  }

  #makeRoom(more: number): void {
    const wanted = this.#length + more;
    if (wanted <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(wanted, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
