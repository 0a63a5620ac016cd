import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimmed } from '#lib/import/3-check-rows/trimmed.ts';
import { parseYesNo } from '#lib/import/3-check-rows/yes-no.ts';

const YES = ['true', 'yes', 'y', '1'];
const NO = ['false', 'no', 'n', '0'];

test('a yes or no is one of eight words in any case, and nothing else is', () => {
  const words = fc.constantFrom(...YES, ...NO, 'truе', 'nо', 'yess', 'ye', 'tru', 'fals', '2', 'ÿ', 'İ', 'K', '');
  const anyCase = words.chain((word) =>
    fc
      .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
      .map((upper) => Array.from(word, (letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''))
  );
  fc.assert(
    fc.property(fc.oneof(anyCase, fc.string({ maxLength: 6 })), (text) => {
      const word = text.toLowerCase();
      expect(parseYesNo(text)).toBe(YES.includes(word) ? true : NO.includes(word) ? false : null);
    })
  );
});

test('a cell loses the same white space at its ends as any text does', () => {
  const unit = fc.constantFrom(' ', '\t', '\n', '\u00a0', '\ufeff', '\u3000', '\u200b', '\x7f', 'a', '~', 'é', '😀');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 6 }), (units) => {
      expect(trimmed(units.join(''))).toBe(units.join('').trim());
    })
  );
});
