/** Whole numbers from 0 on, a bit for each: a full-height sheet can name some million shared strings. */
export class IndexSet {
  #bits = new Uint8Array(1024);
  size = 0;

  has(index: number): boolean {
    return ((this.#bits[index >>> 3] ?? 0) & (1 << (index & 7))) !== 0;
  }

  /** Numbers beyond `LARGEST` are left out: no part has so many items. */
  add(index: number): void {
    if (index > LARGEST || this.has(index)) return;
    const place = index >>> 3;
    if (place >= this.#bits.length) {
      const grown = new Uint8Array(Math.max(place + 1, this.#bits.length * 2));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    this.#bits[place] = (this.#bits[place] ?? 0) | (1 << (index & 7));
    this.size++;
  }
}

const LARGEST = 2 ** 26;
