import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IndexSet } from '#lib/spreadsheet/annotate/index-set.ts';

test('holds what a set of numbers holds', () => {
  const numbers = fc.array(fc.oneof(fc.nat(100), fc.nat(200_000)));
  fc.assert(
    fc.property(numbers, numbers, (added, asked) => {
      const set = new Set(added);
      const indexes = new IndexSet();
      for (const index of added) indexes.add(index);
      expect(indexes.size).toBe(set.size);
      for (const index of [...added, ...asked]) expect(indexes.has(index)).toBe(set.has(index));
    })
  );
});

test('a number that no part can have takes no room', () => {
  const indexes = new IndexSet();
  indexes.add(Number.MAX_SAFE_INTEGER);
  indexes.add(2 ** 40);
  expect(indexes.size).toBe(0);
});
