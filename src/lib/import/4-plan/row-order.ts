import { limitsSeats, SeatCounter } from '#lib/domain/licenses.ts';
import { ANY_PROBLEM, LEFT_OUT, ORDER_PROBLEMS, problemBit } from './row-state.ts';
import type { RowStates } from './row-states.ts';
import { seatsAfter, seatsBefore } from './seat-bits.ts';
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
  if (enoughPlaces && !limitsSeats(settings)) return;
  const seats = new SeatCounter(settings, seatsUsed);
  let places = rowLimit ?? Infinity;
  for (let row = 0; row < states.length; row++) {
    let state = states.at(row) & ~ORDER_PROBLEMS;
    if ((state & LEFT_OUT) === 0 && --places < 0) state |= TOO_MANY;
    if ((state & (LEFT_OUT | ANY_PROBLEM)) === 0) {
      for (const missing of seats.exchange(seatsBefore(state), seatsAfter(state))) state |= SEAT_BITS[missing];
    }
    states.set(row, state);
  }
}
