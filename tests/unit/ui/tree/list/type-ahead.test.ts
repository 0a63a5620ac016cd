import { expect, it } from 'vitest';
import { TypeAheadWord } from '#lib/ui/tree/list/type-ahead.ts';

it('quick keys make one word, Shift for a capital among them; a pause or a key that goes elsewhere ends it', () => {
  const word = new TypeAheadWord();
  const typed = (...keys: [string, number][]) => keys.map(([key, at]) => word.add(key, at));
  expect(typed(['S', 0], ['p', 100], [' ', 200], ['Shift', 300], ['B', 400])).toEqual(['S', 'Sp', 'Sp ', null, 'Sp B']);
  expect(typed(['x', 1200])).toEqual(['x']);
  expect(typed(['Home', 1300], ['y', 1400])).toEqual([null, 'y']);
  expect(typed([' ', 3000], ['*', 3000])).toEqual([null, null]);
});
