import { checkPassword, type PasswordStrength } from '#lib/domain/password-policy.ts';
import { characterCount, isEmail, MAX_NAME_LENGTH } from '#lib/domain/person.ts';
import type { ColumnId, ImportColumn } from '#lib/import/kinds.ts';
import { isMask } from '#lib/import/mask.ts';
import type { Problem } from '#lib/import/problems.ts';
import { isErrorValue } from './error-value.ts';
import { invalidEmailReason } from './invalid-email.ts';
import { parseYesNo } from './yes-no.ts';

/** The problem of one cell that can be seen in it alone; `text` as RowChecker hands it on (specification: Preview). */
export function checkCell({ id, required }: ImportColumn, text: string, minimum: PasswordStrength): Problem | null {
  if (text === '') return required ? missing(id) : null;
  if (isErrorValue(text)) return { field: id, code: 'error-value', value: id === 'password' ? '' : text };
  switch (id) {
    case 'name':
    case 'nickname':
    case 'ssoId':
      return checkLength(id, text);
    case 'email':
      return isEmail(text) ? null : { field: id, code: 'invalid-email', value: text, reason: invalidEmailReason(text) };
    case 'description':
      return null;
    case 'password':
      return checkStrength(text, minimum);
    case 'enabled':
    case 'standardLicense':
    case 'mobileLicense':
      return parseYesNo(text) === null ? { field: id, code: 'not-yes-no', value: text } : null;
    case 'groupId':
      return /^\d+$/.test(text) ? null : { field: id, code: 'group-not-a-number', value: text };
  }
}

function missing(field: ColumnId): Problem {
  return field === 'groupId' ? { field, code: 'group-missing' } : { field, code: 'missing-value' };
}

function checkLength(field: ColumnId, text: string): Problem | null {
  if (text.length <= MAX_NAME_LENGTH) return null;
  const length = characterCount(text);
  return length > MAX_NAME_LENGTH ? { field, code: 'too-long', length, allowed: MAX_NAME_LENGTH } : null;
}

function checkStrength(text: string, minimum: PasswordStrength): Problem | null {
  const verdict = checkPassword(text, minimum);
  if (verdict.ok) return null;
  switch (verdict.code) {
    case 'too-short':
      return { field: 'password', code: 'password-too-short', length: verdict.length, needed: verdict.needed };
    case 'whitespace':
      return { field: 'password', code: 'password-whitespace' };
    case 'too-weak':
      if (isMask(text)) return { field: 'password', code: 'password-masked' };
      return { field: 'password', code: 'password-too-weak', reached: verdict.reached, needed: verdict.needed };
  }
}
