const MOST_ATTRIBUTES = 256;
const COLON = 0x3a;

/** Where the attributes of one tag stand in the bytes. */
export class TagAttributes {
  /** Of the attribute that was asked for. */
  valueStart = 0;
  valueEnd = 0;
  #count = 0;
  /** Four a piece: where name and value start and end. */
  readonly #places = new Int32Array(4 * MOST_ATTRIBUTES);

  get full(): boolean {
    return this.#count === MOST_ATTRIBUTES;
  }

  clear(): void {
    this.#count = 0;
  }

  add(start: number, end: number, valueStart: number, valueEnd: number): void {
    const at = 4 * this.#count++;
    this.#places[at] = start;
    this.#places[at + 1] = end;
    this.#places[at + 2] = valueStart;
    this.#places[at + 3] = valueEnd;
  }

  /** Looks for one by its name as written, or by its local name where it must have some prefix. */
  find(bytes: Uint8Array, name: string, prefixed: boolean): boolean {
    for (let at = 0; at < 4 * this.#count; at += 4) {
      const start = this.#places[at] ?? 0;
      const nameStart = (this.#places[at + 1] ?? 0) - name.length;
      if (prefixed ? nameStart <= start || bytes[nameStart - 1] !== COLON : nameStart !== start) continue;
      if (!isName(bytes, nameStart, name)) continue;
      this.valueStart = this.#places[at + 2] ?? 0;
      this.valueEnd = this.#places[at + 3] ?? 0;
      return true;
    }
    return false;
  }
}

function isName(bytes: Uint8Array, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at++) if (bytes[start + at] !== name.charCodeAt(at)) return false;
  return true;
}
