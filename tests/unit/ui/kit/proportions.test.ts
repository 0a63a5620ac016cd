import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentWidths } from '#lib/ui/kit/proportions.ts';

describe('the widths of a bar', () => {
  it('show one among a hundred thousand', () => {
    const [ready, problems] = segmentWidths([99_999, 1]);
    expect(problems).toBe(1);
    expect(ready).toBeCloseTo(99);
  });

  it('are nothing for nothing', () => {
    expect(segmentWidths([0, 0])).toEqual([0, 0]);
  });

  it('always fill the bar, and only for what is there', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 6 }), (counts) => {
        const widths = segmentWidths(counts);
        const sum = widths.reduce((total, width) => total + width, 0);
        expect(sum).toBeCloseTo(counts.some((count) => count > 0) ? 100 : 0);
        counts.forEach((count, at) => expect((widths[at] ?? 0) > 0).toBe(count > 0));
      })
    );
  });
});
