import { problemCodes, type ProblemCode } from '#lib/import/problems.ts';
import type { PlanCounts, RowFilter } from '#lib/import/road.ts';
import {
  ANY_PROBLEM,
  CHANGED,
  countedProblems,
  DONE,
  EXISTING,
  isReady,
  isUnchanged,
  isUpdated,
  LEFT_OUT,
  ORDER_PROBLEMS,
  passes,
  problemBit,
  UNCHANGED,
  UPDATES,
  type RowState
} from './row-state.ts';

/** What most rows have nothing of: they are ready, and nothing else. */
const UNLIKE_MOST: RowState = ANY_PROBLEM | LEFT_OUT | CHANGED | UPDATES | UNCHANGED;

/** The state of every row, with counts that follow each change. See [Note: a row is one number]. */
export class RowStates {
  length = 0;
  #states = new Uint32Array(1024);
  readonly #tally = { ready: 0, updated: 0, unchanged: 0, leftOut: 0, doneBefore: 0, existing: 0, changed: 0 };
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
      ...this.#tally,
      problems: this.length - this.#tally.ready - this.#tally.unchanged - this.#tally.leftOut,
      byProblem
    };
  }

  /** How many rows pass the filter. */
  howMany(filter: RowFilter): number {
    const { total, ready, updated, unchanged, problems, leftOut, changed, byProblem } = this.counts();
    switch (filter) {
      case 'all':
        return total;
      case 'ready':
        return ready;
      case 'updated':
        return updated;
      case 'unchanged':
        return unchanged;
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

  /**
   * The rows below the first `keep` that pass the filter: those that pass it too, and those that only lack a place or a
   * seat, which they would get from the former. Of rows with another problem nothing changes when these are left out.
   */
  after(filter: RowFilter, keep: number): readonly number[] {
    const rows: number[] = [];
    let passed = 0;
    for (let row = 0; row < this.length; row++) {
      const state = this.at(row);
      if (passed < keep) passed += passes(state, filter) ? 1 : 0;
      else if (passes(state, filter) || passes(state & ~ORDER_PROBLEMS, filter)) rows.push(row);
    }
    return rows;
  }

  #count(state: RowState, by: 1 | -1): void {
    const tally = this.#tally;
    if ((state & UNLIKE_MOST) === 0) {
      tally.ready += by;
      return;
    }
    if (state & CHANGED) tally.changed += by;
    if (state & LEFT_OUT) {
      tally.leftOut += by;
      if (state & DONE) tally.doneBefore += by;
      else if (state & EXISTING) tally.existing += by;
    }
    if (isReady(state)) tally.ready += by;
    if (isUpdated(state)) tally.updated += by;
    if (isUnchanged(state)) tally.unchanged += by;
    const problems = countedProblems(state);
    if (problems === 0) return;
    for (const [place, code] of problemCodes.entries()) {
      if (problems & problemBit(code)) this.#withProblem[place] = (this.#withProblem[place] ?? 0) + by;
    }
  }
}
