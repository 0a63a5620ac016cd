import type { PasswordStrength, PasswordVerdict } from '#lib/domain/password-policy.ts';
import { m } from '#i18n/messages.js';

export function strengthName(strength: PasswordStrength | 'none'): string {
  return {
    none: m.account_strength_none(),
    good: m.account_strength_good(),
    strong: m.account_strength_strong(),
    excellent: m.account_strength_excellent()
  }[strength];
}

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
