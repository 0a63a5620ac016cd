import { problemCodes, type ProblemCode } from '#lib/import/problems.ts';
import type { RowFilter } from '#lib/import/road.ts';

/**
 * [Note: a row is one number] Of each row the plan keeps 32 bits: one for each problem code it has, and the flags below.
 * Counting and filtering a million rows is then arithmetic over one array. What a problem's sentence needs is worked
 * out again for the few rows that are looked at.
 */
export type RowState = number;

const codeBits = new Map(problemCodes.map((code, place) => [code, 1 << place]));

export function problemBit(code: ProblemCode): RowState {
  return codeBits.get(code) ?? 0;
}

export const ANY_PROBLEM: RowState = (1 << problemCodes.length) - 1;

/** Not to be imported. Its problems are kept, and neither counted nor shown. */
export const LEFT_OUT: RowState = 1 << 20;
/** Differs from what was shown before the organization changed. */
export const CHANGED: RowState = 1 << 21;
/** Takes a seat of these licenses, once it is created. */
export const TAKES_STANDARD: RowState = 1 << 22;
export const TAKES_MOBILE: RowState = 1 << 23;

/** Problems that depend on the rows above. */
export const ORDER_PROBLEMS: RowState =
  problemBit('too-many-rows') | problemBit('no-standard-seat') | problemBit('no-mobile-seat');

export function isReady(state: RowState): boolean {
  return (state & (ANY_PROBLEM | LEFT_OUT)) === 0;
}

/** The problems that count: a row that is left out has none. */
export function countedProblems(state: RowState): RowState {
  return state & LEFT_OUT ? 0 : state & ANY_PROBLEM;
}

export function passes(state: RowState, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'ready':
      return isReady(state);
    case 'problems':
      return countedProblems(state) !== 0;
    case 'left-out':
      return (state & LEFT_OUT) !== 0;
    case 'changed':
      return (state & CHANGED) !== 0;
    default:
      return (countedProblems(state) & problemBit(filter)) !== 0;
  }
}
