import { SeatCounter } from '#lib/domain/licenses.ts';
import {
  ANY_PROBLEM,
  HOLDS_MOBILE,
  HOLDS_STANDARD,
  LEFT_OUT,
  ORDER_PROBLEMS,
  problemBit,
  TAKES_MOBILE,
  TAKES_STANDARD,
  type RowState
} from './row-state.ts';
import type { RowStates } from './row-states.ts';
import type { PlanFacts } from './plan-facts.ts';

const TOO_MANY = problemBit('too-many-rows');
const SEAT_BITS = { standard: problemBit('no-standard-seat'), mobile: problemBit('no-mobile-seat') };

/** Rows allowed in one file; null without a limit. */
export type RowLimit = number | null;

/**
 * Hands out what is limited in the order of the rows: places in the file to all that are not left out, and license
 * seats to those without another problem (specification: Preview).
 */
export function applyRowOrder(states: RowStates, { settings, seatsUsed }: PlanFacts, rowLimit: RowLimit): void {
  // Rows only become more: while there is enough for all, none was ever refused.
  const enoughPlaces = rowLimit === null || states.length <= rowLimit;
  if (enoughPlaces && settings.standardSeats === null && settings.mobileSeats === null) return;
  const seats = new SeatCounter(settings, seatsUsed);
  let places = rowLimit ?? Infinity;
  for (let row = 0; row < states.length; row++) {
    let state = states.at(row) & ~ORDER_PROBLEMS;
    if ((state & LEFT_OUT) === 0 && --places < 0) state |= TOO_MANY;
    if ((state & (LEFT_OUT | ANY_PROBLEM)) === 0) {
      const before = seatTaker(state, HOLDS_STANDARD, HOLDS_MOBILE);
      const after = seatTaker(state, TAKES_STANDARD, TAKES_MOBILE);
      for (const missing of seats.exchange(before, after)) state |= SEAT_BITS[missing];
    }
    states.set(row, state);
  }
}

function seatTaker(state: RowState, standard: RowState, mobile: RowState) {
  return { enabled: true, standardLicense: (state & standard) !== 0, mobileLicense: (state & mobile) !== 0 };
}
