import { describe, expect, it } from 'vitest';
import { matchingFaults, offeredColumns } from '#lib/ui/import/file/header-matching.ts';

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

  it('needs no Tech Group ID where a group was chosen for the whole file', () => {
    const [name, email, password, enabled, standardLicense, mobileLicense] = [0, 1, 2, 3, 4, 5];
    const matching = { name, email, password, enabled, standardLicense, mobileLicense };
    expect(matchingFaults(matching, 'technicians-file')).toEqual([{ code: 'missing', column: 'groupId' }]);
    expect(matchingFaults(matching, 'technicians-file', true)).toEqual([]);
  });
});

describe('the columns that can be chosen from', () => {
  it('are all columns of an ordinary file, with a header or without', () => {
    expect(offeredColumns({ header: ['Name', '', 'Email'], proposed: {} })).toEqual([0, 1, 2]);
  });

  it('are few even where the header reaches to the last column, and what is proposed is among them', () => {
    const header = Array.from({ length: 16_384 }, (_, at) => (at % 2 === 0 ? `Column ${at}` : ''));
    const offered = offeredColumns({ header, proposed: { name: 16_383, email: 0, password: null } });
    expect(offered.length).toBeLessThan(300);
    expect(offered).toContain(16_383);
    expect(offered.slice(0, 3)).toEqual([0, 1, 2]);
  });
});
