import type { OrganizationSettings } from '#lib/domain/settings.ts';

/** The settings as they stand in the fields: numbers are what was typed. */
export interface SettingsForm extends Omit<
  OrganizationSettings,
  'maximumPasswordAgeDays' | 'passwordNoticeDays' | 'standardSeats' | 'mobileSeats' | 'importRowLimit'
> {
  readonly maximumPasswordAgeDays: string;
  readonly passwordNoticeDays: string;
  readonly standardSeats: string;
  readonly mobileSeats: string;
  readonly importRowLimit: string;
}

export function settingsForm(settings: OrganizationSettings): SettingsForm {
  return {
    ...settings,
    maximumPasswordAgeDays: String(settings.maximumPasswordAgeDays),
    passwordNoticeDays: String(settings.passwordNoticeDays),
    standardSeats: settings.standardSeats?.toString() ?? '',
    mobileSeats: settings.mobileSeats?.toString() ?? '',
    importRowLimit: String(settings.importRowLimit)
  };
}

/** What the fields say. What is no number becomes NaN, which the command refuses by its field's name. */
export function settingsOf(form: Partial<SettingsForm>): Partial<OrganizationSettings> {
  const read = Object.entries(form).map(([field, value]: [string, unknown]) => {
    if (typeof value !== 'string' || field === 'minimumPasswordStrength') return [field, value];
    const unlimited = value.trim() === '' && (field === 'standardSeats' || field === 'mobileSeats');
    return [field, unlimited ? null : wholeNumber(value)];
  });
  return Object.fromEntries(read) as Partial<OrganizationSettings>;
}

function wholeNumber(typed: string): number {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : NaN;
}
