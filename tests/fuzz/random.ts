/** Numbers that come the same again from the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
    // Seeds next to one another begin alike.
    for (let warm = 0; warm < 4; warm++) this.#next();
  }

  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number {
    return Math.floor((this.#next() / 2 ** 32) * end);
  }

  chance(share: number): boolean {
    return this.#next() < share * 2 ** 32;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** Where a piece of at most `longest` begins and ends in something of that length. */
  span(length: number, longest: number): { readonly from: number; readonly to: number } {
    const from = this.below(length + 1);
    return { from, to: Math.min(length, from + 1 + this.below(longest)) };
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}
