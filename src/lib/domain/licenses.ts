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
    return this.#take(NO_SEATS, seatsOf(person));
  }

  /** The same for someone who changes: who has a seat keeps it, and what is given up is there for the next. */
  exchange(before: SeatTaker, after: SeatTaker): readonly MissingSeat[] {
    return this.#take(seatsOf(before), seatsOf(after));
  }

  #take(had: SeatsUsed, needed: SeatsUsed): readonly MissingSeat[] {
    const missing = missingSeats(this.#settings, this.used, had, needed);
    if (missing.length === 0) {
      this.#standard += needed.standard - had.standard;
      this.#mobile += needed.mobile - had.mobile;
    }
    return missing;
  }
}

const NO_SEATS: SeatsUsed = { standard: 0, mobile: 0 };

/** The seat that changing (from null: making) one person would need and that is not there. Who has a seat keeps it. */
export function missingSeat(
  settings: SeatLimits,
  used: SeatsUsed,
  before: SeatTaker | null,
  after: SeatTaker
): MissingSeat | null {
  return missingSeats(settings, used, before ? seatsOf(before) : NO_SEATS, seatsOf(after))[0] ?? null;
}

function missingSeats(
  { standardSeats, mobileSeats }: SeatLimits,
  used: SeatsUsed,
  had: SeatsUsed,
  needed: SeatsUsed
): readonly MissingSeat[] {
  const missing: MissingSeat[] = [];
  if (needed.standard > had.standard && !fits(used.standard, standardSeats)) missing.push('standard');
  if (needed.mobile > had.mobile && !fits(used.mobile, mobileSeats)) missing.push('mobile');
  return missing;
}

function fits(used: number, seats: number | null): boolean {
  return seats === null || used < seats;
}
