import { crc32 } from './crc32.ts';
import { deflate } from './deflate.ts';

/** What goes into a package for one part. */
export interface PackedPart {
  readonly data: Blob;
  readonly method: 0 | 8;
  readonly crc32: number;
  /** Inflated, in bytes. */
  readonly size: number;
}

/** Deflated in one go: some milliseconds, and what is between two stretches is lost to the search for repeated texts. */
const STRETCH = 512 * 1024;

/** So few bytes are sooner copied one by one. */
const SMALL = 64;

/** Compressed bytes are handed to the browser's blob store in pieces of this size, so that the heap holds one at most. */
const BLOB_PIECE = 1024 * 1024;

/** Deflates a part as it is written. */
export class PartDeflater {
  readonly #stretch = new Uint8Array(STRETCH);
  #filled = 0;
  #size = 0;
  #checksum = 0;
  readonly #blobs: Blob[] = [];
  #pieces: Uint8Array<ArrayBuffer>[] = [];
  #piecesSize = 0;

  write(bytes: Uint8Array, from = 0, to = bytes.length): void {
    if (to - from <= SMALL && this.#filled + SMALL <= STRETCH) {
      for (let at = from; at < to; at++) this.#stretch[this.#filled++] = bytes[at] ?? 0;
      return;
    }
    for (let at = from; at < to;) {
      if (this.#filled === STRETCH) this.#deflate(false);
      const end = Math.min(to, at + STRETCH - this.#filled);
      this.#stretch.set(bytes.subarray(at, end), this.#filled);
      this.#filled += end - at;
      at = end;
    }
  }

  close(): PackedPart {
    this.#deflate(true);
    const data = new Blob([...this.#blobs, ...this.#pieces]);
    return { data, method: 8, crc32: this.#checksum, size: this.#size };
  }

  #deflate(last: boolean): void {
    const bytes = this.#stretch.subarray(0, this.#filled);
    this.#checksum = crc32(bytes, this.#checksum);
    this.#size += bytes.length;
    this.#filled = 0;
    const piece = deflate(bytes, last);
    this.#pieces.push(piece);
    this.#piecesSize += piece.length;
    if (this.#piecesSize < BLOB_PIECE) return;
    this.#blobs.push(new Blob(this.#pieces));
    this.#pieces = [];
    this.#piecesSize = 0;
  }
}

/** A part that is small and whole. */
export function deflated(text: string): PackedPart {
  const deflater = new PartDeflater();
  deflater.write(new TextEncoder().encode(text));
  return deflater.close();
}
