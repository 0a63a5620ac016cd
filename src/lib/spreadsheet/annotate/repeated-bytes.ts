/** So many different ones are kept; beyond that it begins anew, so that they do not grow with the file. */
const MOST_KEPT = 1000;

/** The bytes of texts that come again and again, each encoded once. */
export class EncodedTexts {
  readonly #encoder = new TextEncoder();
  readonly #kept = new Map<string, Uint8Array>();

  of(key: string, make: () => string): Uint8Array {
    const kept = this.#kept.get(key);
    if (kept) return kept;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const bytes = this.#encoder.encode(make());
    this.#kept.set(key, bytes);
    return bytes;
  }
}

/** What becomes of a stretch of bytes that is mostly the same as the one before: the end of a row's opening tag. */
export class RepeatedChange {
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #old = new Uint8Array(0);
  #now = new Uint8Array(0);

  constructor(private readonly change: (text: string) => string) {}

  of(bytes: Uint8Array, from: number, to: number): Uint8Array {
    if (this.#isOld(bytes, from, to)) return this.#now;
    this.#old = bytes.slice(from, to);
    this.#now = this.#encoder.encode(this.change(this.#decoder.decode(this.#old)));
    return this.#now;
  }

  #isOld(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from !== this.#old.length) return false;
    for (let at = from; at < to; at++) if (bytes[at] !== this.#old[at - from]) return false;
    return true;
  }
}
