import { describe, expect, it } from 'vitest';
import { filtersFor } from '#lib/ui/import/preview/preview-filters.ts';

describe('the filters', () => {
  const counts = {
    total: 9,
    ready: 3,
    problems: 5,
    updated: 0,
    unchanged: 0,
    leftOut: 1,
    doneBefore: 0,
    existing: 0,
    changed: 0,
    byProblem: { 'missing-value': 2, 'invalid-email': 4 }
  } as const;

  it('list each kind of problem by its count, the most frequent first', () => {
    const found = filtersFor(counts, 'all').map(({ id, count }) => `${id} ${count}`);
    expect(found).toEqual(['all 9', 'ready 3', 'problems 5', 'left-out 1', 'invalid-email 4', 'missing-value 2']);
  });

  it('keep their places while rows are put right', () => {
    const known = ['missing-value', 'invalid-email'] as const;
    const found = filtersFor({ ...counts, byProblem: { 'invalid-email': 4, 'too-long': 1 } }, 'all', known);
    expect(found.slice(4).map(({ id, count }) => `${id} ${count}`)).toEqual([
      'missing-value 0',
      'invalid-email 4',
      'too-long 1'
    ]);
  });

  it('keep the chosen kind when its last row was put right', () => {
    expect(filtersFor(counts, 'too-long').at(-1)).toMatchObject({ id: 'too-long', count: 0 });
  });
});
