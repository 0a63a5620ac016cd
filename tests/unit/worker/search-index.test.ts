import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchForm } from '#lib/domain/search-form.ts';
import { type IndexedPerson, SearchIndex } from '#lib/worker/search-index.ts';

const SPAN = 8;
const word = fc.constantFrom('Anna', 'ÁNNA', 'anna.b', 'Ben', 'Şule', '田中', 'nn', 'x y', '');
const people = fc
  .array(
    fc.record({
      name: word,
      nickname: word,
      emailKey: word,
      ssoId: word,
      groupId: fc.option(fc.nat(3), { nil: undefined })
    })
  )
  .map((all) => all.map((person, id): IndexedPerson => ({ ...person, id })));

function indexOf(all: readonly IndexedPerson[]): SearchIndex {
  const index = new SearchIndex();
  for (let span = 0; span * SPAN < all.length; span++) index.set(span, all.slice(span * SPAN, (span + 1) * SPAN));
  return index;
}

test('it finds exactly those of whom a field has the text, whatever the case and the accents', () => {
  fc.assert(
    fc.property(
      people,
      fc.constantFrom('ann', 'N', 'ş', '中', ' ', 'ben', 'a.b', 'annanna'),
      fc.nat(3),
      (all, text, hidden) => {
        const wanted = searchForm(text);
        const naive = all.filter(
          ({ name, nickname = '', emailKey, ssoId = '', groupId }) =>
            groupId !== hidden && [name, nickname, emailKey, ssoId].some((field) => searchForm(field).includes(wanted))
        );
        const { personIds, total } = indexOf(all).find(wanted, 1000, (groupId) => groupId !== hidden);
        expect([...personIds].sort((a, b) => a - b)).toEqual(naive.map(({ id }) => id));
        expect(total).toBe(naive.length);
      }
    )
  );
});

test('who has a field that begins so comes before a word that does, and that before any other place', () => {
  const index = indexOf(
    ['Joanna', 'Mary Ann', 'Bea', 'Annika'].map((name, id) => ({ id, name, emailKey: `${id}@example.org` }))
  );
  expect(index.find('ann', 10).personIds).toEqual([3, 1, 0]);
  expect(index.find('ann', 2)).toEqual({ personIds: [3, 1], total: 3 });
});

test('a span that is read again replaces what was known of it', () => {
  const index = indexOf([{ id: 0, name: 'Anna', emailKey: 'a@example.org' }]);
  index.set(0, [{ id: 0, name: 'Bea', emailKey: 'a@example.org' }]);
  expect(index.find('anna', 10).total).toBe(0);
  expect(index.find('bea', 10).total).toBe(1);
});
