/** What is wrong with the set-up, in words; fetched when it is sent, so that the first screen stays small. */
import type { SetUpRefusal } from '#lib/storage/access.ts';
import { passwordRefusal } from '#lib/ui/person/password-words.ts';
import { m } from '#i18n/messages.js';

export interface SetUpFaults {
  form?: string;
  organizationName?: string;
  name?: string;
  email?: string;
  password?: string | undefined;
}

export function setUpFaults(refusals: readonly SetUpRefusal[]): SetUpFaults {
  const found: SetUpFaults = {};
  for (const refusal of refusals) {
    switch (refusal.code) {
      case 'already-set-up':
        found.form = m.setup_already();
        break;
      case 'organization-name-missing':
        found.organizationName = m.setup_organization_name_missing();
        break;
      case 'organization-name-too-long':
        found.organizationName = m.setup_name_too_long({ allowed: refusal.allowed });
        break;
      case 'name-missing':
        found.name = m.setup_name_missing();
        break;
      case 'name-too-long':
        found.name = m.setup_name_too_long({ allowed: refusal.allowed });
        break;
      case 'invalid-email':
        found.email = m.setup_invalid_email();
        break;
      case 'password':
        found.password = passwordRefusal(refusal.verdict);
    }
  }
  return found;
}
