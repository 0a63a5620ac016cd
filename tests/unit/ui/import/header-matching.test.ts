import { describe, expect, it } from 'vitest';
import { matchingFaults } from '#lib/ui/import/header-matching.ts';

describe('a matching', () => {
  it('can be used when every required column has its own place', () => {
    expect(matchingFaults({ name: 2, email: 0, password: 1 }, 'agents-workbook')).toEqual([]);
  });

  it('names a column that is missing and one that is used twice', () => {
    expect(matchingFaults({ name: 0, email: 0, password: null }, 'agents-workbook')).toEqual([
      { code: 'twice', column: 'email', other: 'name' },
      { code: 'missing', column: 'password' }
    ]);
  });
});
