/**
 * Geometry of a list that may be taller than a browser lets any element be (Chromium about 33 million px,
 * Firefox about 17): a million rows stand in a shorter spacer, and the scroll position stands for a place in
 * the full height. [Note: why small scrolls are not scaled] A wheel turn must move the rows by what the hand
 * asked for, so only a jump (the thumb dragged, a page over the viewport) is scaled; small steps keep the
 * present shift between both heights, and the two ends put it right.
 */

/** px; below every browser's limit. */
export const TALLEST = 8_000_000;

export interface ListExtent {
  readonly total: number;
  /** px */
  readonly rowHeight: number;
  /** px, without the sticky header */
  readonly viewport: number;
}

interface ScrollPlace {
  /** The element's own scrollTop, px. */
  readonly top: number;
  /** Place in the full height minus `top`, px. */
  readonly shift: number;
}

export interface RowRange {
  readonly from: number;
  /** The first row after the range. */
  readonly to: number;
}

export const START: ScrollPlace = { top: 0, shift: 0 };

const fullHeight = (extent: ListExtent): number => extent.total * extent.rowHeight;
const realEnd = (extent: ListExtent): number => Math.max(0, spacerHeight(extent) - extent.viewport);
const fullEnd = (extent: ListExtent): number => Math.max(0, fullHeight(extent) - extent.viewport);
const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

export function spacerHeight(extent: ListExtent): number {
  return Math.min(fullHeight(extent), TALLEST);
}

/** Where the list stands after the element scrolled to `top`. */
export function scrolled(before: ScrollPlace, top: number, extent: ListExtent): ScrollPlace {
  if (fullHeight(extent) <= TALLEST || top <= 0) return { top, shift: 0 };
  const [real, full] = [realEnd(extent), fullEnd(extent)];
  if (top >= real - 1) return { top, shift: full - top };
  const isJump = Math.abs(top - before.top) > extent.viewport;
  const place = isJump ? (top / real) * full : top + before.shift;
  return { top, shift: within(place, 0, full) - top };
}

/** The rows that show, with some more on either side against blank edges while scrolling. */
export function visibleRows(place: ScrollPlace, extent: ListExtent, spare: number): RowRange {
  const at = place.top + place.shift;
  const from = Math.floor(at / extent.rowHeight) - spare;
  const to = Math.ceil((at + extent.viewport) / extent.rowHeight) + spare;
  return { from: within(from, 0, extent.total), to: within(to, 0, extent.total) };
}

/** px from the spacer's top. */
export function rowTop(index: number, place: ScrollPlace, extent: ListExtent): number {
  return index * extent.rowHeight - place.shift;
}

/** The nearest place that shows the whole row; null where it shows already. */
export function placeToShow(index: number, before: ScrollPlace, extent: ListExtent): ScrollPlace | null {
  const at = before.top + before.shift;
  const start = index * extent.rowHeight;
  const end = start + extent.rowHeight;
  if (start >= at && end <= at + extent.viewport) return null;
  const target = within(start < at ? start : end - extent.viewport, 0, fullEnd(extent));
  const near = target - before.shift;
  if (near >= 0 && near <= realEnd(extent) && Math.abs(near - before.top) <= extent.viewport) {
    return { top: near, shift: before.shift };
  }
  const full = fullEnd(extent);
  const top = full === 0 ? 0 : (target / full) * realEnd(extent);
  return { top, shift: target - top };
}
