import { seatsOf, type SeatTaker } from '#lib/domain/licenses.ts';
import { HOLDS_MOBILE, HOLDS_STANDARD, TAKES_MOBILE, TAKES_STANDARD, type RowState } from './row-state.ts';

/** What a row's state says of seats: `before` is the person whom it updates. */
export function seatBits(before: SeatTaker | null, after: SeatTaker): RowState {
  const held = before === null ? 0 : bits(before, HOLDS_STANDARD, HOLDS_MOBILE);
  return held | bits(after, TAKES_STANDARD, TAKES_MOBILE);
}

export const seatsBefore = (state: RowState): SeatTaker => seatTaker(state, HOLDS_STANDARD, HOLDS_MOBILE);

export const seatsAfter = (state: RowState): SeatTaker => seatTaker(state, TAKES_STANDARD, TAKES_MOBILE);

function bits(person: SeatTaker, standard: RowState, mobile: RowState): RowState {
  const seats = seatsOf(person);
  return (seats.standard > 0 ? standard : 0) | (seats.mobile > 0 ? mobile : 0);
}

function seatTaker(state: RowState, standard: RowState, mobile: RowState): SeatTaker {
  return { enabled: true, standardLicense: (state & standard) !== 0, mobileLicense: (state & mobile) !== 0 };
}
