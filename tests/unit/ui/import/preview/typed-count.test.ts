import { expect, test } from 'vitest';
import { typedCount } from '#lib/ui/import/preview/typed-count.ts';

test.each([
  ['100000', 100_000],
  [' 100,000 ', 100_000],
  ['100.000', 100_000],
  ['1 000 000', 1_000_000],
  ['1’000', 1000],
  ['1', 1],
  ['0', null],
  ['', null],
  ['-5', null],
  ['1.5', null],
  ['10,00', null],
  ['1e3', null],
  ['ten', null],
  ['1048576', null]
])('a count typed as %j is %j', (text, count) => {
  expect(typedCount(text, 1_048_575)).toBe(count);
});
