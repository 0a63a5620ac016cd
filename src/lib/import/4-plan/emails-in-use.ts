import { emailHash } from './email-hash.ts';

/** So many bits for each email: of those that nobody has, one in sixteen is looked up all the same. */
const BITS_EACH = 16;
const LEAST_BITS = 1024;

/** The organization's emails. Of a file's nearly none is among them mostly: a bit tells before the set itself is asked. */
export class EmailsInUse {
  readonly #keys: ReadonlySet<string>;
  readonly #bits: Uint32Array;
  readonly #lastBit: number;

  constructor(keys: ReadonlySet<string>) {
    let bits = LEAST_BITS;
    while (bits < keys.size * BITS_EACH) bits *= 2;
    this.#keys = keys;
    this.#bits = new Uint32Array(bits / 32);
    this.#lastBit = bits - 1;
    for (const key of keys) {
      const bit = emailHash(key) & this.#lastBit;
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  /** `hash`: the key's emailHash. */
  has(key: string, hash: number): boolean {
    const bit = hash & this.#lastBit;
    return ((this.#bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0 && this.#keys.has(key);
  }
}
