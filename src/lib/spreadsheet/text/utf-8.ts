import type { Chunk } from './chunks.ts';
import { endOfCharacters } from './bytes.ts';

/** Texts of larger files are decoded a second time in place of being kept until they are read. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** A piece of a text, and the UTF-8 bytes of exactly that piece where they are at hand. */
export interface DecodedText {
  readonly text: string;
  readonly utf8?: Chunk['bytes'] | undefined;
}

/**
 * Tells whether bytes, given in pieces of whole characters, are UTF-8, and keeps their text for whoever reads it next:
 * the table's cells will be pieces of it anyway. A character cut off by the end of the file is no fault.
 */
export class Utf8Check {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #broken = false;
  #pieces: DecodedText[] | undefined;

  constructor(fileBytes: number, keptBytes = KEPT_BYTES) {
    if (fileBytes <= keptBytes) this.#pieces = [];
  }

  get broken(): boolean {
    return this.#broken;
  }

  push(bytes: Chunk['bytes'], last: boolean): void {
    if (this.#broken) return;
    const end = last ? endOfCharacters(bytes) : bytes.length;
    try {
      const text = this.#decoder.decode(bytes.subarray(0, end));
      this.#pieces?.push(end === bytes.length ? { text, utf8: bytes } : { text: `${text}\ufffd` });
    } catch {
      this.#broken = true;
      this.#pieces = undefined;
    }
  }

  /** The whole text, in pieces; undefined where it is no UTF-8 or too much to keep. */
  finish(): readonly DecodedText[] | undefined {
    return this.#pieces;
  }
}
