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

/** Bits below the flags: so many problem codes can there be. Bit 31 would be a sign. */
export const PROBLEM_BITS = 20;

export const ANY_PROBLEM: RowState = (1 << problemCodes.length) - 1;

/** Left out, or in, because the person said so where the plan by itself would have decided otherwise. */
export const BY_HAND: RowState = 1 << 20;
/** Not to be imported. Its problems are kept, and neither counted nor shown. */
export const LEFT_OUT: RowState = 1 << 21;
/** Differs from what was shown before the organization changed. */
export const CHANGED: RowState = 1 << 22;
/** Has a seat of these licenses, once it is imported. */
export const TAKES_STANDARD: RowState = 1 << 23;
export const TAKES_MOBILE: RowState = 1 << 24;
/** The person it updates has one already. */
export const HOLDS_STANDARD: RowState = 1 << 25;
export const HOLDS_MOBILE: RowState = 1 << 26;
/** Would update someone, where it has no problem. */
export const UPDATES: RowState = 1 << 27;
/** Of these: the person is already as the row says. */
export const UNCHANGED: RowState = 1 << 28;
/** Its Result says that it was done. */
export const DONE: RowState = 1 << 29;
/** Someone has its email, and such rows are to be left out. */
export const EXISTING: RowState = 1 << 30;

/** What a person would notice of a row: of one that is left out, nothing else. */
export function shown(state: RowState): RowState {
  return state & LEFT_OUT ? LEFT_OUT : state & (ANY_PROBLEM | UPDATES | UNCHANGED);
}

/** Whether the plan leaves it out by itself. */
function leavesItselfOut(state: RowState): boolean {
  return (state & (EXISTING | DONE)) !== 0;
}

/** `before`: what the row was in the plan that this one replaces; what was decided by hand stays. */
export function begun(before: RowState | undefined, state: RowState): RowState {
  if (before !== undefined && (before & BY_HAND) !== 0) return state | (before & (BY_HAND | LEFT_OUT));
  return leavesItselfOut(state) ? state | LEFT_OUT : state;
}

/**
 * `state`: of the row as it was edited, without flags. It is left out no more where that was for its email, and nobody
 * has the new one; an edit never leaves a row out.
 */
export function edited(before: RowState, state: RowState): RowState {
  const changed = state | (before & CHANGED);
  if ((before & LEFT_OUT) === 0) return decided(changed, false) | (before & BY_HAND);
  return (before & BY_HAND) === 0 ? begun(undefined, changed) : changed | LEFT_OUT | BY_HAND;
}

/** What the person decided of the row. */
export function decided(state: RowState, leftOut: boolean): RowState {
  const byHand = leavesItselfOut(state) !== leftOut;
  return (state & ~(LEFT_OUT | BY_HAND)) | (leftOut ? LEFT_OUT : 0) | (byHand ? BY_HAND : 0);
}

/** Problems that depend on the rows above. */
export const ORDER_PROBLEMS: RowState =
  problemBit('too-many-rows') | problemBit('no-standard-seat') | problemBit('no-mobile-seat');

export const GROUP_PROBLEMS: RowState =
  problemBit('group-unknown') | problemBit('group-disabled') | problemBit('group-not-yours');

export function isReady(state: RowState): boolean {
  return (state & (ANY_PROBLEM | LEFT_OUT | UNCHANGED)) === 0;
}

export function isUpdated(state: RowState): boolean {
  return (state & UPDATES) !== 0 && isReady(state);
}

export function isUnchanged(state: RowState): boolean {
  return (state & (ANY_PROBLEM | LEFT_OUT | UNCHANGED)) === UNCHANGED;
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
    case 'updated':
      return isUpdated(state);
    case 'unchanged':
      return isUnchanged(state);
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
