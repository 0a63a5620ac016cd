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

/** What a strength depends on, as bits: kinds of character that the text has, and whether it has one twice. */
type Traits = number;

const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
const OTHER = 8;
const TWICE = 16;

/** The level of a password by its kinds of character alone: length and whitespace are `checkPassword`'s business. */
export function strengthOf(text: string): PasswordStrength | 'none' {
  return strengthBy(asciiTraits(text) ?? unicodeTraits(text));
}

function strengthBy(traits: Traits): PasswordStrength | 'none' {
  const kinds = (traits & 1) + ((traits >> 1) & 1) + ((traits >> 2) & 1) + ((traits >> 3) & 1);
  if (kinds === 4) return traits & TWICE ? 'strong' : 'excellent';
  if (kinds === 3) return traits & TWICE ? 'good' : 'strong';
  return 'none';
}

/** Specification: Global Settings, Strength. Characters are code points of the composed (NFC) text, which is what is derived. */
export function checkPassword(text: string, minimum: PasswordStrength): PasswordVerdict {
  const ascii = asciiTraits(text);
  const password = ascii === null ? text.normalize('NFC') : text;
  if (ascii === null && WHITESPACE.test(password)) return { ok: false, code: 'whitespace' };
  const length = ascii === null ? characterCount(password) : password.length;
  if (length < MINIMUM_PASSWORD_LENGTH)
    return { ok: false, code: 'too-short', length, needed: MINIMUM_PASSWORD_LENGTH };
  const reached = strengthBy(ascii ?? unicodeTraits(password));
  if (reached === 'none' || passwordStrengths.indexOf(reached) < passwordStrengths.indexOf(minimum)) {
    return { ok: false, code: 'too-weak', reached, needed: minimum };
  }
  return { ok: true, reached };
}

/** The kind of each visible character of ASCII; 0: another one. */
const KINDS = Uint8Array.from({ length: 0x7f }, (_, unit) => (unit <= 0x20 ? 0 : kindOf(String.fromCharCode(unit))));

/** null where there is white space, or what may have to be composed. Asked of a file's million passwords. */
function asciiTraits(text: string): Traits | null {
  let traits = 0;
  let twice = 0;
  // Characters seen so far, one bit each: from 0x20, from 0x40 and from 0x60 on.
  let signs = 0;
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = KINDS[unit] ?? 0;
    if (kind === 0) return null;
    traits |= kind;
    const bit = 1 << (unit & 31);
    if (unit < 0x40) {
      twice |= signs & bit;
      signs |= bit;
    } else if (unit < 0x60) {
      twice |= upper & bit;
      upper |= bit;
    } else {
      twice |= lower & bit;
      lower |= bit;
    }
  }
  return twice === 0 ? traits : traits | TWICE;
}

function unicodeTraits(text: string): Traits {
  const characters = Array.from(text);
  const traits = characters.reduce((kinds, character) => kinds | kindOf(character), 0);
  return new Set(characters).size < characters.length ? traits | TWICE : traits;
}

function kindOf(character: string): Traits {
  if (/\p{Ll}/u.test(character)) return LOWER;
  if (/\p{Lu}/u.test(character)) return UPPER;
  return /\p{Nd}/u.test(character) ? DIGIT : OTHER;
}
