import type { PasswordStrength, PasswordVerdict } from '#lib/domain/password-policy.ts';
import { strengthName } from '#lib/wording/strength-name.ts';
import { m } from '#i18n/messages.js';

/** What it takes to reach a level, in a few words. */
function strengthNeeds(strength: PasswordStrength): string {
  return { good: m.account_needs_good(), strong: m.account_needs_strong(), excellent: m.account_needs_excellent() }[
    strength
  ];
}

/** Why a password is refused and what would help. Never says the password. */
export function passwordRefusal(verdict: PasswordVerdict & { readonly ok: false }): string {
  switch (verdict.code) {
    case 'too-short':
      return m.account_password_too_short({ needed: verdict.needed });
    case 'whitespace':
      return m.account_password_whitespace();
    case 'too-weak':
      return m.account_password_too_weak({ level: strengthName(verdict.needed), needs: strengthNeeds(verdict.needed) });
  }
}
