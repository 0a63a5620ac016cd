import { isEmail } from '#lib/domain/person.ts';
import type { InvalidEmailReason } from '#lib/import/problems.ts';

/** Why a text is no email, as far as its sentence can tell what to do. Expects trimmed text that is none. */
export function invalidEmailReason(text: string): InvalidEmailReason {
  const parts = text.split(/[;,\s]+/u).filter((part) => part.includes('@'));
  if (parts.length > 1) return 'several';
  if (/^mailto:/iu.test(text) && isEmail(text.replace(/^mailto:\s*|\?.*$/giu, ''))) return 'mailto';
  const bracketed = /<([^<>]*)>$/u.exec(text)?.[1];
  if (bracketed !== undefined && isEmail(bracketed.trim())) return 'display-name';
  return !text.slice(text.lastIndexOf('@')).includes('.') && isEmail(`${text}.org`) ? 'no-domain-dot' : 'other';
}
