import type { CommandRefusal } from './change.ts';
import { changedMeanwhile } from './expectation.ts';
import { passwordStrengths } from './password-policy.ts';
import type { OrganizationSettings } from './settings.ts';

/** The settings after a change, or why they stay as they are. */
export function changeSettings(
  before: OrganizationSettings,
  changes: Partial<OrganizationSettings>,
  expected: Partial<OrganizationSettings> = {}
): OrganizationSettings | CommandRefusal {
  const stale = changedMeanwhile(before, expected);
  if (stale) return stale;
  const after = { ...before, ...changes };
  const setting = invalidSetting(after);
  return setting ? { code: 'invalid-setting', setting } : after;
}

function invalidSetting(settings: OrganizationSettings): keyof OrganizationSettings | null {
  if (!passwordStrengths.includes(settings.minimumPasswordStrength)) return 'minimumPasswordStrength';
  if (!isCount(settings.maximumPasswordAgeDays)) return 'maximumPasswordAgeDays';
  if (!isCount(settings.passwordNoticeDays)) return 'passwordNoticeDays';
  if (settings.standardSeats !== null && !isCount(settings.standardSeats)) return 'standardSeats';
  if (settings.mobileSeats !== null && !isCount(settings.mobileSeats)) return 'mobileSeats';
  return isCount(settings.importRowLimit) && settings.importRowLimit > 0 ? null : 'importRowLimit';
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
