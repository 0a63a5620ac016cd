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

/** Deflates a copy of a stretch that is not a part's last, at the same time; undefined: it is at work already. */
export type DeflateElsewhere = (stretch: Bytes) => Promise<Bytes> | undefined;

type Bytes = Uint8Array<ArrayBuffer>;

/** A deflated stretch in its place, once it is there. */
interface Slot {
  bytes: Bytes | null;
}

/** Deflates a part as it is written: where somebody else is given, what that one takes is deflated there. */
export class PartDeflater {
  readonly #stretch = new Uint8Array(STRETCH);
  #filled = 0;
  #size = 0;
  #checksum = 0;
  readonly #blobs: Blob[] = [];
  #slots: Slot[] = [];
  readonly #outstanding = new Set<Promise<void>>();
  readonly #elsewhere: DeflateElsewhere | undefined;

  constructor(elsewhere?: DeflateElsewhere) {
    this.#elsewhere = elsewhere;
  }

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

  /** For a part of which all was deflated here. */
  close(): PackedPart {
    this.#deflate(true);
    const data = new Blob([...this.#blobs, ...this.#slots.map(({ bytes }) => bytes ?? new Uint8Array(0))]);
    return { data, method: 8, crc32: this.#checksum, size: this.#size };
  }

  /** Waits for what is deflated elsewhere; rejects as that does. */
  async closed(): Promise<PackedPart> {
    await Promise.all(this.#outstanding);
    return this.close();
  }

  #deflate(last: boolean): void {
    const bytes = this.#stretch.subarray(0, this.#filled);
    this.#checksum = crc32(bytes, this.#checksum);
    this.#size += bytes.length;
    this.#filled = 0;
    const slot: Slot = { bytes: null };
    this.#slots.push(slot);
    const elsewhere = last ? undefined : this.#elsewhere?.(bytes);
    if (elsewhere) this.#await(elsewhere, slot);
    else slot.bytes = deflate(bytes, last);
    this.#putAway();
  }

  #await(elsewhere: Promise<Bytes>, slot: Slot): void {
    const done = elsewhere.then((bytes) => {
      slot.bytes = bytes;
      this.#outstanding.delete(done);
    });
    this.#outstanding.add(done);
  }

  /** Gives the browser what is there of the first stretches, when it is enough. */
  #putAway(): void {
    const there: Bytes[] = [];
    let size = 0;
    for (const { bytes } of this.#slots) {
      if (bytes === null) break;
      there.push(bytes);
      size += bytes.length;
    }
    if (size < BLOB_PIECE) return;
    this.#blobs.push(new Blob(there));
    this.#slots = this.#slots.slice(there.length);
  }
}

/** A part that is small and whole. */
export function deflated(text: string): PackedPart {
  const deflater = new PartDeflater();
  deflater.write(new TextEncoder().encode(text));
  return deflater.close();
}
