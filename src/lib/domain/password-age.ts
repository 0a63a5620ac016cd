import type { OrganizationSettings } from './settings.ts';

/** How a person's password stands (specification: Global Settings, Password policies). */
export interface PasswordState {
  /** Asked at sign-in before anything else: an administrator gave the password, or it is too old. null: it need not be. */
  readonly mustChange: 'given-by-administrator' | 'expired' | null;
  /** Whole days until it ends, 1 on the last; null: it does not end, or not within the days of notice. */
  readonly daysUntilExpiry: number | null;
}

const DAY = 24 * 60 * 60 * 1000;

type AgePolicy = Pick<OrganizationSettings, 'maximumPasswordAgeDays' | 'passwordNoticeDays'>;

/** `changedAt` and `now` are milliseconds since 1970. */
export function passwordState(
  { maximumPasswordAgeDays, passwordNoticeDays }: AgePolicy,
  password: { readonly changedAt: number; readonly mustChange: boolean },
  now: number
): PasswordState {
  if (password.mustChange) return { mustChange: 'given-by-administrator', daysUntilExpiry: null };
  if (maximumPasswordAgeDays === 0) return { mustChange: null, daysUntilExpiry: null };
  const left = password.changedAt + maximumPasswordAgeDays * DAY - now;
  if (left <= 0) return { mustChange: 'expired', daysUntilExpiry: null };
  const days = Math.ceil(left / DAY);
  return { mustChange: null, daysUntilExpiry: days <= passwordNoticeDays ? days : null };
}
