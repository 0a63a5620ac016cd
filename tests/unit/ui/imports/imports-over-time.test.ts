import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importsOverTime } from '#lib/ui/imports/imports-over-time.ts';
import { importRecord } from './made-up.ts';

const on = (year: number, month: number, day: number, hour = 12) => new Date(year, month - 1, day, hour).getTime();

describe('outcomes over time', () => {
  it('are nothing without imports', () => {
    expect(importsOverTime([])).toEqual([]);
  });

  it('are told by day, days without an import among them', () => {
    const periods = importsOverTime([
      importRecord({ at: on(2026, 5, 4, 9), created: 3 }),
      importRecord({ at: on(2026, 5, 4, 18), created: 4 }),
      importRecord({ at: on(2026, 5, 6) })
    ]);
    expect(periods.map(({ imports, created }) => [imports, created])).toEqual([
      [2, 7],
      [0, 0],
      [1, 1]
    ]);
    expect(periods[0]).toMatchObject({ updated: 4, failed: 2, leftOut: 2 });
  });

  it('are told by month where they span more than some weeks, also over the changes of the clock', () => {
    const periods = importsOverTime([importRecord({ at: on(2025, 9, 30) }), importRecord({ at: on(2026, 6, 1) })]);
    expect(periods).toHaveLength(10);
  });

  it('hold every import of the shown time exactly once, in few bars', () => {
    const times = fc.array(fc.integer({ min: on(2025, 1, 1), max: on(2027, 1, 1) }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(times, (at) => {
        const periods = importsOverTime(at.map((moment) => importRecord({ at: moment })));
        expect(periods.length).toBeLessThanOrEqual(31);
        expect(periods.reduce((sum, { imports }) => sum + imports, 0)).toBe(at.length);
      })
    );
  });
});
