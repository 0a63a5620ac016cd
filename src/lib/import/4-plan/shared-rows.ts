/**
 * Two rows or more with the same email. [Note: nothing is moved for one row] All of a million may come or go one by one:
 * a row that goes is only marked, and those that come out of order wait to be sorted in together.
 */
export class SharedRows {
  /** Rising; in the place of a row that went its complement, and never at the end. */
  #rows: number[];
  #gone = 0;
  #late: number[] | null = null;

  constructor(one: number, another: number) {
    this.#rows = one < another ? [one, another] : [another, one];
  }

  get size(): number {
    return this.#rows.length - this.#gone + (this.#late === null ? 0 : this.#late.length);
  }

  /** One that is here: the highest, once a row was removed. */
  get last(): number {
    return this.#rows.at(-1) ?? 0;
  }

  /** Of a row that is not here. */
  add(row: number): void {
    const place = this.#placeOf(row);
    if (place === this.#rows.length) {
      this.#rows.push(row);
    } else if (this.#rows[place] === ~row) {
      this.#rows[place] = row;
      this.#gone--;
    } else {
      (this.#late ??= []).push(row);
    }
  }

  /** Of a row that is here. */
  remove(row: number): void {
    if (this.#late !== null) this.#tidy();
    this.#rows[this.#placeOf(row)] = ~row;
    this.#gone++;
    for (; this.last < 0; this.#gone--) this.#rows.pop();
    if (this.#gone * 2 > this.#rows.length) this.#tidy();
  }

  inOrder(): readonly number[] {
    if (this.#gone > 0 || this.#late !== null) this.#tidy();
    return this.#rows;
  }

  #tidy(): void {
    const late = this.#late ?? [];
    const rows = this.#rows.filter((row) => row >= 0).concat(late);
    this.#rows = late.length === 0 ? rows : rows.sort((one, another) => one - another);
    this.#gone = 0;
    this.#late = null;
  }

  /** Where the row stands, or would stand. */
  #placeOf(row: number): number {
    const rows = this.#rows;
    let from = 0;
    let to = rows.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const there = rows[middle] ?? 0;
      if ((there < 0 ? ~there : there) < row) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
