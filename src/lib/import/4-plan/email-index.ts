import { emailHash } from './email-hash.ts';
import { SharedRows } from './shared-rows.ts';

const EMPTY = 0;
const REMOVED = -1;
const LEAST_SLOTS = 1024;
/** A table with fewer slots grows fourfold, for a file's rows are not known before they come. */
const MANY_SLOTS = 1 << 19;

/** What changes for nearly every row: nothing. */
const NO_ROWS: readonly number[] = [];

/**
 * Which rows have which email. [Note: an index without its keys] The emails stand in the table already: a slot holds a
 * hash and one row that has the email (16 bytes a row, where a map of a million strings holds a hundred). Only rows that
 * share an email cost a list.
 */
export class EmailIndex {
  readonly #keyOf: (row: number) => string;
  /** For each slot, side by side: one of the email's rows, and one more, so that 0 is none; its hash. */
  #slots = new Int32Array(2 * LEAST_SLOTS);
  #last = LEAST_SLOTS - 1;
  /** Slots that were ever taken: removed ones are on the way to others. */
  #taken = 0;
  /** All rows of an email that several have, by the one that its slot holds. */
  readonly #shared = new Map<number, SharedRows>();

  /** `keyOf` must give, for each row that was added, the key that it was added with, until it is removed. */
  constructor(keyOf: (row: number) => string) {
    this.#keyOf = keyOf;
  }

  /** Gives the rows whose being alone or not has changed: none, or this row, or this and the one that was alone. */
  add(key: string, row: number, hash = emailHash(key)): readonly number[] {
    const slot = this.#find(key, hash);
    if (slot < 0) {
      this.#take(~slot, row, hash);
      return NO_ROWS;
    }
    const first = this.#rowIn(slot);
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
    const slot = this.#find(key, emailHash(key), row);
    if (slot < 0) return NO_ROWS;
    const first = this.#rowIn(slot);
    const rows = this.#shared.get(first);
    if (rows === undefined) {
      if (first === row) this.#slots[2 * slot] = REMOVED;
      return NO_ROWS;
    }
    rows.remove(row);
    const { last, size } = rows;
    if (size > 1 && first !== row) return [row];
    this.#shared.delete(first);
    this.#slots[2 * slot] = last + 1;
    if (size === 1) return [row, last];
    this.#shared.set(last, rows);
    return [row];
  }

  /** All rows with this email, in order. */
  rows(key: string): readonly number[] {
    const slot = this.#find(key, emailHash(key));
    if (slot < 0) return NO_ROWS;
    const first = this.#rowIn(slot);
    return this.#shared.get(first)?.inOrder() ?? [first];
  }

  /** The slot of the email, which `known` has; the complement of a free one for it where no row has it. */
  #find(key: string, hash: number, known = -1): number {
    const slots = this.#slots;
    let free = -1;
    for (let slot = hash & this.#last; ; slot = (slot + 1) & this.#last) {
      const held = slots[2 * slot] ?? EMPTY;
      if (held === EMPTY) return ~(free < 0 ? slot : free);
      if (held === REMOVED) {
        if (free < 0) free = slot;
      } else if (slots[2 * slot + 1] === hash && (held - 1 === known || this.#keyOf(held - 1) === key)) {
        return slot;
      }
    }
  }

  #rowIn(slot: number): number {
    return (this.#slots[2 * slot] ?? EMPTY) - 1;
  }

  #take(slot: number, row: number, hash: number): void {
    if (this.#slots[2 * slot] === EMPTY) this.#taken++;
    this.#slots[2 * slot] = row + 1;
    this.#slots[2 * slot + 1] = hash;
    if (this.#taken * 2 > this.#last) this.#grow();
  }

  #grow(): void {
    const before = this.#slots;
    const slots = before.length / 2;
    this.#last = slots * (slots < MANY_SLOTS ? 4 : 2) - 1;
    this.#slots = new Int32Array(2 * (this.#last + 1));
    this.#taken = 0;
    for (let at = 0; at < before.length; at += 2) {
      const held = before[at] ?? EMPTY;
      if (held === EMPTY || held === REMOVED) continue;
      const hash = before[at + 1] ?? 0;
      let slot = hash & this.#last;
      while (this.#slots[2 * slot] !== EMPTY) slot = (slot + 1) & this.#last;
      this.#slots[2 * slot] = held;
      this.#slots[2 * slot + 1] = hash;
      this.#taken++;
    }
  }
}
