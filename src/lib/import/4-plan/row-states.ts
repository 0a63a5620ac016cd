import { problemCodes, type ProblemCode } from '#lib/import/problems.ts';
import type { PlanCounts, RowFilter } from '#lib/import/road.ts';
import { CHANGED, countedProblems, isReady, LEFT_OUT, passes, problemBit, type RowState } from './row-state.ts';

/** The state of every row, with counts that follow each change. See [Note: a row is one number]. */
export class RowStates {
  length = 0;
  #states = new Uint32Array(1024);
  #ready = 0;
  #leftOut = 0;
  #changed = 0;
  readonly #withProblem = new Uint32Array(problemCodes.length);

  at(row: number): RowState {
    return this.#states[row] ?? 0;
  }

  push(state: RowState): void {
    if (this.length === this.#states.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#states);
      this.#states = larger;
    }
    this.#states[this.length++] = state;
    this.#count(state, 1);
  }

  set(row: number, state: RowState): void {
    const before = this.at(row);
    if (state === before) return;
    this.#states[row] = state;
    this.#count(before, -1);
    this.#count(state, 1);
  }

  counts(): PlanCounts {
    const byProblem: Partial<Record<ProblemCode, number>> = {};
    for (const [place, code] of problemCodes.entries()) {
      const rows = this.#withProblem[place] ?? 0;
      if (rows > 0) byProblem[code] = rows;
    }
    return {
      total: this.length,
      ready: this.#ready,
      problems: this.length - this.#ready - this.#leftOut,
      leftOut: this.#leftOut,
      changed: this.#changed,
      byProblem
    };
  }

  /** How many rows pass the filter. */
  howMany(filter: RowFilter): number {
    const { total, ready, problems, leftOut, changed, byProblem } = this.counts();
    switch (filter) {
      case 'all':
        return total;
      case 'ready':
        return ready;
      case 'problems':
        return problems;
      case 'left-out':
        return leftOut;
      case 'changed':
        return changed;
      default:
        return byProblem[filter] ?? 0;
    }
  }

  /** The rows that pass the filter, from the `from`th of them on, at most `count`. */
  select(filter: RowFilter, from: number, count: number): readonly number[] {
    const rows: number[] = [];
    let row = filter === 'all' ? from : 0;
    let passed = row;
    for (; row < this.length && rows.length < count; row++) {
      if (passes(this.at(row), filter) && passed++ >= from) rows.push(row);
    }
    return rows;
  }

  #count(state: RowState, by: 1 | -1): void {
    if (state & CHANGED) this.#changed += by;
    if (state & LEFT_OUT) this.#leftOut += by;
    if (isReady(state)) this.#ready += by;
    const problems = countedProblems(state);
    if (problems === 0) return;
    for (const [place, code] of problemCodes.entries()) {
      if (problems & problemBit(code)) this.#withProblem[place] = (this.#withProblem[place] ?? 0) + by;
    }
  }
}
