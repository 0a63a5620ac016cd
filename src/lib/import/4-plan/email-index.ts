import { SharedRows } from './shared-rows.ts';

const EMPTY = 0;
const REMOVED = -1;
const LEAST_SLOTS = 1024;

/**
 * Which rows have which email. [Note: an index without its keys] The emails stand in the table already: a slot holds a
 * hash and one row that has the email (16 bytes a row, where a map of a million strings holds a hundred). Only rows that
 * share an email cost a list.
 */
export class EmailIndex {
  readonly #keyOf: (row: number) => string;
  /** For each slot one of the email's rows, and one more, so that 0 is none. */
  #rows = new Int32Array(LEAST_SLOTS);
  #hashes = new Uint32Array(LEAST_SLOTS);
  /** Slots that were ever taken: removed ones are on the way to others. */
  #taken = 0;
  /** All rows of an email that several have, by the one that its slot holds. */
  readonly #shared = new Map<number, SharedRows>();
  /** Another for each index: nobody can write a file whose emails all meet in one slot. */
  readonly #multiplier = Math.floor(Math.random() * 2 ** 31) * 2 + 1;

  /** `keyOf` must give, for each row that was added, the key that it was added with, until it is removed. */
  constructor(keyOf: (row: number) => string) {
    this.#keyOf = keyOf;
  }

  /** Gives the rows whose being alone or not has changed: none, or this row, or this and the one that was alone. */
  add(key: string, row: number): readonly number[] {
    const hash = this.#hash(key);
    const slot = this.#find(key, hash);
    if (slot < 0) {
      this.#put(hash, row);
      return [];
    }
    const first = (this.#rows[slot] ?? 0) - 1;
    const others = this.#shared.get(first);
    if (others === undefined) {
      this.#shared.set(first, new SharedRows(first, row));
      return [first, row];
    }
    others.add(row);
    return [row];
  }

  /** The same, for the row that leaves. */
  remove(key: string, row: number): readonly number[] {
    const slot = this.#find(key, this.#hash(key), row);
    if (slot < 0) return [];
    const first = (this.#rows[slot] ?? 0) - 1;
    const rows = this.#shared.get(first);
    if (rows === undefined) {
      if (first === row) this.#rows[slot] = REMOVED;
      return [];
    }
    rows.remove(row);
    const { last, size } = rows;
    if (size > 1 && first !== row) return [row];
    this.#shared.delete(first);
    this.#rows[slot] = last + 1;
    if (size === 1) return [row, last];
    this.#shared.set(last, rows);
    return [row];
  }

  /** All rows with this email, in order. */
  rows(key: string): readonly number[] {
    const slot = this.#find(key, this.#hash(key));
    if (slot < 0) return [];
    const first = (this.#rows[slot] ?? 0) - 1;
    return this.#shared.get(first)?.inOrder() ?? [first];
  }

  /** The slot of the email, which `known` has; -1 where no row has it. */
  #find(key: string, hash: number, known = -1): number {
    const last = this.#rows.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const row = this.#rows[slot];
      if (row === EMPTY || row === undefined) return -1;
      if (row === REMOVED || this.#hashes[slot] !== hash) continue;
      if (row - 1 === known || this.#keyOf(row - 1) === key) return slot;
    }
  }

  #put(hash: number, row: number): void {
    if (this.#taken * 2 >= this.#rows.length) this.#grow();
    const last = this.#rows.length - 1;
    let slot = hash & last;
    while ((this.#rows[slot] ?? EMPTY) > 0) slot = (slot + 1) & last;
    if (this.#rows[slot] === EMPTY) this.#taken++;
    this.#rows[slot] = row + 1;
    this.#hashes[slot] = hash;
  }

  #grow(): void {
    const rows = this.#rows;
    const hashes = this.#hashes;
    this.#rows = new Int32Array(rows.length * 2);
    this.#hashes = new Uint32Array(rows.length * 2);
    this.#taken = 0;
    for (let slot = 0; slot < rows.length; slot++) {
      const row = rows[slot] ?? EMPTY;
      if (row !== EMPTY && row !== REMOVED) this.#put(hashes[slot] ?? 0, row - 1);
    }
  }

  #hash(key: string): number {
    let hash = 0;
    for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, this.#multiplier) + key.charCodeAt(at)) | 0;
    // The lowest bits choose the slot, and must hear of the others (Murmur's last step).
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }
}
