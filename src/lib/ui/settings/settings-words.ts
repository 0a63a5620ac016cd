import { passwordStrengths, type PasswordStrength } from '#lib/domain/password-policy.ts';
import { strengthName } from '#lib/wording/strength-name.ts';
import { m } from '#i18n/messages.js';
import type { SettingsForm } from './settings-form.ts';

/** What a setting is called on the page. */
export function settingName(setting: keyof SettingsForm): string {
  return names()[setting];
}

/** The same for what is only known as text; '' for no setting. */
export function settingLabel(field: string): string {
  const known: Readonly<Record<string, string>> = names();
  return known[field] ?? '';
}

function names(): Readonly<Record<keyof SettingsForm, string>> {
  return {
    minimumPasswordStrength: m.settings_minimum_strength(),
    adminPasswordChangeForcesChange: m.settings_admin_change(),
    maximumPasswordAgeDays: m.settings_maximum_age(),
    passwordNoticeDays: m.settings_notice_days(),
    standardSeats: m.settings_standard_seats(),
    mobileSeats: m.settings_mobile_seats(),
    importRowLimit: m.settings_import_rows(),
    groupsOnlyToAssignedAdministrators: m.settings_groups_only()
  };
}

/** Its value in words. */
export function settingWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? m.account_yes() : m.account_no();
  if (value === '') return m.settings_no_limit();
  if (typeof value !== 'string') return '';
  return isStrength(value) ? strengthName(value) : value;
}

function isStrength(value: string): value is PasswordStrength {
  return passwordStrengths.some((strength) => strength === value);
}
