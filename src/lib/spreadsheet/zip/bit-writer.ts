/** Bits as deflate packs them: the lowest of each byte first. */
export class BitWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #size = 0;
  /** Bits that fill no two bytes yet, the first one lowest. */
  #pending = 0;
  #pendingCount = 0;

  constructor(expectedSize: number) {
    this.#bytes = new Uint8Array(expectedSize);
  }

  /** Makes sure that so many more bytes fit; `put` does not look. */
  reserve(size: number): void {
    if (this.#size + size <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#size + size));
    grown.set(this.#bytes.subarray(0, this.#size));
    this.#bytes = grown;
  }

  /** At most 16 bits. */
  put(value: number, count: number): void {
    this.#pending |= value << this.#pendingCount;
    this.#pendingCount += count;
    if (this.#pendingCount < 16) return;
    this.#bytes[this.#size] = this.#pending;
    this.#bytes[this.#size + 1] = this.#pending >>> 8;
    this.#size += 2;
    this.#pending >>>= 16;
    this.#pendingCount -= 16;
  }

  /** Fills the last byte with zeros. */
  toWholeByte(): void {
    for (; this.#pendingCount > 0; this.#pendingCount -= 8) {
      this.#bytes[this.#size++] = this.#pending;
      this.#pending >>>= 8;
    }
    this.#pendingCount = 0;
  }

  /** What is written, in whole bytes. */
  written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#size);
  }
}
