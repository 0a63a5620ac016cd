import type { CommandRefusal } from '#lib/domain/change.ts';
import type { OrganizationSettings } from '#lib/domain/settings.ts';
import { passwordRefusal } from '#lib/ui/person/password-words.ts';
import { m } from '#i18n/messages.js';

/** Why nothing was changed, and what to do about it. */
export function commandRefusalSentence(refusal: CommandRefusal): string {
  switch (refusal.code) {
    case 'not-allowed':
      return m.error_not_allowed();
    case 'unknown-group':
      return m.error_unknown_group({ id: refusal.groupId });
    case 'unknown-person':
      return m.error_unknown_person();
    case 'changed-meanwhile':
      return m.error_changed_meanwhile();
    case 'name-missing':
      return m.error_name_missing();
    case 'name-too-long':
      return m.error_name_too_long({ length: refusal.length, allowed: refusal.allowed });
    case 'name-taken':
      return m.error_name_taken({ name: refusal.name });
    case 'group-not-empty':
      return m.error_group_not_empty({ people: refusal.people, groups: refusal.groups });
    case 'would-be-its-own-descendant':
      return m.error_own_descendant();
    case 'invalid-email':
      return m.setup_invalid_email();
    case 'email-in-use':
      return m.error_email_in_use({ name: refusal.personName });
    case 'password':
      return passwordRefusal(refusal.verdict);
    case 'no-seat':
      return refusal.license === 'standard' ? m.error_no_standard_seat() : m.error_no_mobile_seat();
    case 'last-master-administrator':
      return m.error_last_master();
    case 'permission-locked':
      return m.error_permission_locked();
    case 'invalid-setting':
      return settingSentence(refusal.setting);
    case 'storage-full':
      return m.error_storage_full();
  }
}

function settingSentence(setting: keyof OrganizationSettings): string {
  switch (setting) {
    case 'standardSeats':
    case 'mobileSeats':
      return m.settings_seats_invalid();
    case 'maximumPasswordAgeDays':
    case 'passwordNoticeDays':
      return m.settings_days_invalid();
    case 'importRowLimit':
      return m.settings_rows_invalid();
    default:
      return m.error_invalid_setting();
  }
}
