/** Which rows have which email. Most emails have one row, so only shared ones cost an array. */
export class EmailIndex {
  readonly #rows = new Map<string, number | number[]>();

  /** Gives the rows whose being alone or not has changed: none, or this row, or this and the one that was alone. */
  add(key: string, row: number): readonly number[] {
    const before = this.#rows.get(key);
    if (before === undefined) {
      this.#rows.set(key, row);
      return [];
    }
    if (typeof before === 'number') {
      this.#rows.set(key, before < row ? [before, row] : [row, before]);
      return [before, row];
    }
    before.splice(placeOf(before, row), 0, row);
    return [row];
  }

  /** The same, for the row that leaves. */
  remove(key: string, row: number): readonly number[] {
    const before = this.#rows.get(key);
    if (before === row) this.#rows.delete(key);
    if (before === undefined || typeof before === 'number') return [];
    before.splice(placeOf(before, row), 1);
    const [last, another] = before;
    if (last === undefined || another !== undefined) return [row];
    this.#rows.set(key, last);
    return [row, last];
  }

  isShared(key: string): boolean {
    return typeof this.#rows.get(key) === 'object';
  }

  /** All rows with this email, in order. */
  rows(key: string): readonly number[] {
    const rows = this.#rows.get(key);
    return typeof rows === 'object' ? rows : rows === undefined ? [] : [rows];
  }
}

/** Where the row stands, or would stand, in the rising list. */
function placeOf(rows: readonly number[], row: number): number {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rows[middle] ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  return from;
}
