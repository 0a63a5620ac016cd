import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeToShow, rowTop, scrolled, spacerHeight, START, TALLEST, visibleRows } from '#lib/ui/kit/scroll-window.ts';

const short = { total: 1000, rowHeight: 40, viewport: 400 };
const long = { total: 1_000_000, rowHeight: 40, viewport: 400 };

describe('a list that fits into one element', () => {
  it('shows the rows at the scroll position', () => {
    const place = scrolled(START, 4000, short);
    expect(visibleRows(place, short, 0)).toEqual({ from: 100, to: 110 });
    expect(rowTop(100, place, short)).toBe(4000);
    expect(spacerHeight(short)).toBe(40_000);
  });
});

describe('a list of a million rows', () => {
  it('stays below the tallest element', () => {
    expect(spacerHeight(long)).toBe(TALLEST);
  });

  it('shows its first and its last row at the two ends', () => {
    expect(visibleRows(START, long, 0).from).toBe(0);
    const end = scrolled(START, TALLEST - long.viewport, long);
    expect(visibleRows(end, long, 0).to).toBe(1_000_000);
    expect(rowTop(999_999, end, long) + long.rowHeight).toBeCloseTo(TALLEST, 3);
  });

  it('jumps to the middle with the thumb in the middle', () => {
    const { from } = visibleRows(scrolled(START, TALLEST / 2, long), long, 0);
    expect(Math.abs(from - 500_000)).toBeLessThan(50);
  });

  it('moves by as many pixels as a small scroll asked for', () => {
    const there = scrolled(START, TALLEST / 2, long);
    const further = scrolled(there, there.top + 120, long);
    expect(further.top + further.shift - there.top - there.shift).toBeCloseTo(120, 6);
  });
});

describe('bringing a row into view', () => {
  it('does nothing for a row that shows', () => {
    expect(placeToShow(3, START, short)).toBeNull();
  });

  it('shows any row of any list, from anywhere', () => {
    const extents = fc.record({
      total: fc.integer({ min: 1, max: 2_000_000 }),
      rowHeight: fc.integer({ min: 30, max: 420 }),
      viewport: fc.integer({ min: 420, max: 2000 })
    });
    fc.assert(
      fc.property(extents, fc.nat(), fc.float({ min: 0, max: 1, noNaN: true }), (extent, row, share) => {
        const index = row % extent.total;
        const before = scrolled(START, share * Math.max(0, spacerHeight(extent) - extent.viewport), extent);
        const place = placeToShow(index, before, extent) ?? before;
        const shown = scrolled(place, place.top, extent);
        const range = visibleRows(shown, extent, 0);
        expect(range.from).toBeLessThanOrEqual(index);
        expect(range.to).toBeGreaterThan(index);
      })
    );
  });
});
