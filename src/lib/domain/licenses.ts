import type { OrganizationSettings } from './settings.ts';

export interface SeatsUsed {
  readonly standard: number;
  readonly mobile: number;
}

type SeatLimits = Pick<OrganizationSettings, 'standardSeats' | 'mobileSeats'>;

/** Of a technician what decides about seats. */
export interface SeatTaker {
  readonly enabled: boolean;
  readonly standardLicense: boolean;
  readonly mobileLicense: boolean;
}

export type MissingSeat = 'standard' | 'mobile';

export function limitsSeats({ standardSeats, mobileSeats }: SeatLimits): boolean {
  return standardSeats !== null || mobileSeats !== null;
}

/** Seats one person takes: only enabled technicians count (specification: Global Settings, Licenses). */
export function seatsOf(person: SeatTaker): SeatsUsed {
  return {
    standard: person.enabled && person.standardLicense ? 1 : 0,
    mobile: person.enabled && person.mobileLicense ? 1 : 0
  };
}

/** Hands out seats in the order it is asked (specification: Preview, "counted in row order"). */
export class SeatCounter {
  #standard: number;
  #mobile: number;
  readonly #settings: SeatLimits;

  constructor(settings: SeatLimits, used: SeatsUsed) {
    this.#settings = settings;
    this.#standard = used.standard;
    this.#mobile = used.mobile;
  }

  get used(): SeatsUsed {
    return { standard: this.#standard, mobile: this.#mobile };
  }

  /** Takes all the seats a person needs, or none and says which are missing. */
  take(person: SeatTaker): readonly MissingSeat[] {
    return this.#take({ standard: 0, mobile: 0 }, seatsOf(person));
  }

  /** The same for someone who changes: who has a seat keeps it, and what is given up is there for the next. */
  exchange(before: SeatTaker, after: SeatTaker): readonly MissingSeat[] {
    return this.#take(seatsOf(before), seatsOf(after));
  }

  #take(had: SeatsUsed, needed: SeatsUsed): readonly MissingSeat[] {
    const missing: MissingSeat[] = [];
    const { standardSeats, mobileSeats } = this.#settings;
    if (needed.standard > had.standard && !fits(this.#standard, standardSeats)) missing.push('standard');
    if (needed.mobile > had.mobile && !fits(this.#mobile, mobileSeats)) missing.push('mobile');
    if (missing.length === 0) {
      this.#standard += needed.standard - had.standard;
      this.#mobile += needed.mobile - had.mobile;
    }
    return missing;
  }
}

/** The seat that changing (or, from null, making) one person would need and that is not there. Who has a seat keeps it. */
export function missingSeat(
  settings: SeatLimits,
  used: SeatsUsed,
  before: SeatTaker | null,
  after: SeatTaker
): MissingSeat | null {
  const had = before ? seatsOf(before) : { standard: 0, mobile: 0 };
  const needed = seatsOf(after);
  if (needed.standard > had.standard && !fits(used.standard, settings.standardSeats)) return 'standard';
  if (needed.mobile > had.mobile && !fits(used.mobile, settings.mobileSeats)) return 'mobile';
  return null;
}

function fits(used: number, seats: number | null): boolean {
  return seats === null || used < seats;
}
