import { SeatCounter } from '#lib/domain/licenses.ts';
import { problemBit, LEFT_OUT, ANY_PROBLEM, ORDER_PROBLEMS, TAKES_MOBILE, TAKES_STANDARD } from './row-state.ts';
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
  if (rowLimit === null && settings.standardSeats === null && settings.mobileSeats === null) return;
  const seats = new SeatCounter(settings, seatsUsed);
  let places = rowLimit ?? Infinity;
  for (let row = 0; row < states.length; row++) {
    let state = states.at(row) & ~ORDER_PROBLEMS;
    if ((state & LEFT_OUT) === 0 && --places < 0) state |= TOO_MANY;
    if ((state & (LEFT_OUT | ANY_PROBLEM)) === 0) {
      const person = {
        enabled: true,
        standardLicense: (state & TAKES_STANDARD) !== 0,
        mobileLicense: (state & TAKES_MOBILE) !== 0
      };
      for (const missing of seats.take(person)) state |= SEAT_BITS[missing];
    }
    states.set(row, state);
  }
}
