import { headerKey } from './headers.ts';
import type { Matching } from './road.ts';

/** What headers of passwords contain, as header keys. Also finds a second one, such as Repeat password. */
const PASSWORD_WORDS = [
  ...['password', 'passwd', 'passphrase', 'passcode', 'pwd', 'passwort', 'kennwort'],
  ...['motdepasse', 'contraseña', 'senha', 'wachtwoord', 'lösenord', 'пароль', 'パスワード', '密码', '密碼']
];

/** Too short to be looked for within a word: Passport, Compass. */
const PASSWORD_WORD = /(?<!\p{L})(?:pass|pw)(?!\p{L})/iu;

/**
 * 0-based columns whose cells are never kept nor shown as they are: first the one that is matched, then each one that
 * is matched to nothing and is called as if it held passwords too.
 */
export function passwordColumns(header: readonly string[], matching: Matching): readonly number[] {
  const matched = new Set(Object.values(matching));
  const alike = header.flatMap((text, at) => (!matched.has(at) && isLikePassword(text) ? [at] : []));
  return typeof matching.password === 'number' ? [matching.password, ...alike] : alike;
}

function isLikePassword(header: string): boolean {
  const key = headerKey(header);
  return PASSWORD_WORD.test(header) || PASSWORD_WORDS.some((word) => key.includes(word));
}

/**
 * A row's cells with `mask` for each password: whatever stands in these columns, and any other cell that repeats the
 * row's own. `typed`: the password that the preview has in its place.
 */
export function withoutPasswords(
  cells: readonly string[],
  columns: readonly number[],
  mask: string,
  typed?: string
): readonly string[] {
  const own = cells[columns[0] ?? -1];
  return cells.map((text, at) =>
    text !== '' && (columns.includes(at) || text === own || text === typed) ? mask : text
  );
}
