import { describe, expect, it } from 'vitest';
import { timeLeft } from '#lib/ui/import/time-left.ts';

describe('time left', () => {
  it('promises nothing at the beginning', () => {
    expect(timeLeft(200, 0.1)).toEqual({ unit: 'unknown' });
    expect(timeLeft(9000, 0.001)).toEqual({ unit: 'unknown' });
  });

  it('speaks of seconds, then of minutes', () => {
    expect(timeLeft(10_000, 0.5)).toEqual({ unit: 'seconds', count: 10 });
    expect(timeLeft(10_000, 0.9)).toEqual({ unit: 'moments' });
    expect(timeLeft(30_000, 0.1)).toEqual({ unit: 'minutes', count: 5 });
  });
});
