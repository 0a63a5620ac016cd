import type { PasswordStrength } from '#lib/domain/password-policy.ts';
import { m } from '#i18n/messages.js';

/** How a password level is called; 'none': what reaches no level. */
export function strengthName(strength: PasswordStrength | 'none'): string {
  return {
    none: m.account_strength_none,
    good: m.account_strength_good,
    strong: m.account_strength_strong,
    excellent: m.account_strength_excellent
  }[strength]();
}
