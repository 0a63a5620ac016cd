import { characterCount } from './person.ts';

/** Specification: Global Settings, Password policies. Weakest first. */
export const passwordStrengths = ['good', 'strong', 'excellent'] as const;

export type PasswordStrength = (typeof passwordStrengths)[number];

export const DEFAULT_PASSWORD_STRENGTH: PasswordStrength = 'good';
/** In code points. */
export const MINIMUM_PASSWORD_LENGTH = 8;

export type PasswordVerdict =
  | { readonly ok: true; readonly reached: PasswordStrength }
  | { readonly ok: false; readonly code: 'too-short'; readonly length: number; readonly needed: number }
  | { readonly ok: false; readonly code: 'whitespace' }
  | {
      readonly ok: false;
      readonly code: 'too-weak';
      readonly reached: PasswordStrength | 'none';
      readonly needed: PasswordStrength;
    };

const WHITESPACE = /\s/u;
/** Without white space, and composed already. */
const ASCII = /^[\x21-\x7e]*$/;

const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
const OTHER = 8;

/** The level of a password by its kinds of character alone: length and whitespace are `checkPassword`'s business. */
export function strengthOf(text: string): PasswordStrength | 'none' {
  return strengthBy(ASCII.test(text) ? asciiTraits(text) : unicodeTraits(text));
}

function strengthBy({ kinds, repeats }: Traits): PasswordStrength | 'none' {
  if (kinds === 4) return repeats ? 'strong' : 'excellent';
  if (kinds === 3) return repeats ? 'good' : 'strong';
  return 'none';
}

/** Specification: Global Settings, Strength. Characters are code points of the composed (NFC) text, which is what is derived. */
export function checkPassword(text: string, minimum: PasswordStrength): PasswordVerdict {
  const isAscii = ASCII.test(text);
  const password = isAscii ? text : text.normalize('NFC');
  if (!isAscii && WHITESPACE.test(password)) return { ok: false, code: 'whitespace' };
  const length = isAscii ? password.length : characterCount(password);
  if (length < MINIMUM_PASSWORD_LENGTH)
    return { ok: false, code: 'too-short', length, needed: MINIMUM_PASSWORD_LENGTH };
  const reached = strengthBy(isAscii ? asciiTraits(password) : unicodeTraits(password));
  if (reached === 'none' || passwordStrengths.indexOf(reached) < passwordStrengths.indexOf(minimum)) {
    return { ok: false, code: 'too-weak', reached, needed: minimum };
  }
  return { ok: true, reached };
}

interface Traits {
  readonly kinds: number;
  readonly repeats: boolean;
}

function asciiTraits(text: string): Traits {
  let kinds = 0;
  let repeats = false;
  // Characters 0x21–0x7e seen so far, one bit each.
  const seen = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 97 && unit <= 122) kinds |= LOWER;
    else if (unit >= 65 && unit <= 90) kinds |= UPPER;
    else if (unit >= 48 && unit <= 57) kinds |= DIGIT;
    else kinds |= OTHER;
    const word = unit >> 5;
    const bits = seen[word] ?? 0;
    const bit = 1 << (unit & 31);
    if (bits & bit) repeats = true;
    seen[word] = bits | bit;
  }
  return { kinds: countBits(kinds), repeats };
}

function unicodeTraits(text: string): Traits {
  let kinds = 0;
  const characters = Array.from(text);
  for (const character of characters) {
    if (/\p{Ll}/u.test(character)) kinds |= LOWER;
    else if (/\p{Lu}/u.test(character)) kinds |= UPPER;
    else if (/\p{Nd}/u.test(character)) kinds |= DIGIT;
    else kinds |= OTHER;
  }
  return { kinds: countBits(kinds), repeats: new Set(characters).size < characters.length };
}

function countBits(kinds: number): number {
  return (kinds & 1) + ((kinds >> 1) & 1) + ((kinds >> 2) & 1) + ((kinds >> 3) & 1);
}
