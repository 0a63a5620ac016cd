import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPassword, passwordStrengths, strengthOf } from '#lib/domain/password-policy.ts';

describe('the specification’s own examples', () => {
  test.each([
    ['Sampla12', 'good'],
    ['Sample12', 'strong'],
    ['Sampla1%', 'strong'],
    ['Sample1%', 'excellent']
  ])('%s is %s', (password, reached) => {
    expect(checkPassword(password, 'good')).toEqual({ ok: true, reached });
  });
});

test('a level that is not reached is named together with the one needed', () => {
  expect(checkPassword('Sampla12', 'strong')).toEqual({
    ok: false,
    code: 'too-weak',
    reached: 'good',
    needed: 'strong'
  });
  expect(checkPassword('Sampla1%', 'excellent')).toEqual({
    ok: false,
    code: 'too-weak',
    reached: 'strong',
    needed: 'excellent'
  });
  expect(checkPassword('sampleee', 'good')).toEqual({ ok: false, code: 'too-weak', reached: 'none', needed: 'good' });
});

test('fewer than 8 characters are too short, whatever they are made of', () => {
  expect(checkPassword('Samp1%x', 'good')).toEqual({ ok: false, code: 'too-short', length: 7, needed: 8 });
  expect(checkPassword('', 'good')).toEqual({ ok: false, code: 'too-short', length: 0, needed: 8 });
});

test('a character outside the basic plane counts as one, not as its two halves', () => {
  expect(checkPassword('Sample1😀', 'excellent')).toEqual({ ok: true, reached: 'excellent' });
  expect(checkPassword('Sampl1😀', 'good')).toMatchObject({ code: 'too-short', length: 7 });
});

test.each(['Sample 1%', ' Sample1%', 'Sample1%\t', 'Sample1%\u00a0', 'Sample\u30001%'])(
  'whitespace is refused: %j',
  (password) => {
    expect(checkPassword(password, 'good')).toEqual({ ok: false, code: 'whitespace' });
  }
);

test('an accent typed apart from its letter makes the same password', () => {
  expect(checkPassword('Sampl\u00e91%', 'excellent')).toEqual(checkPassword('Sample\u03011%', 'excellent'));
});

/** The rules once more, as plainly as they can be written. */
function plainStrength(text: string): string {
  const characters = Array.from(text);
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((kind) => kind.test(text)).length;
  const unique = new Set(characters).size === characters.length;
  if (kinds === 4 && unique) return 'excellent';
  if (kinds === 4 || (kinds === 3 && unique)) return 'strong';
  return kinds === 3 ? 'good' : 'none';
}

const characters = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'A', 'B', 'C', '1', '2', '3', '%', '_', '-'),
  fc.constantFrom('ß', 'Ж', 'ж', '٣', '名', '😀')
);

test('every password gets the level that the plain rules give it', () => {
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 14 }), (parts) => {
      expect(strengthOf(parts.join(''))).toBe(plainStrength(parts.join('')));
    }),
    { numRuns: 2000 }
  );
});

test('a password that is accepted at a level is accepted at every lower one', () => {
  fc.assert(
    fc.property(fc.array(characters, { minLength: 6, maxLength: 12 }), (parts) => {
      const accepted = passwordStrengths.map((minimum) => checkPassword(parts.join(''), minimum).ok);
      expect(accepted).toEqual([...accepted].sort((a, b) => Number(b) - Number(a)));
    })
  );
});
