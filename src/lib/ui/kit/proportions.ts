/** One part of a whole, as a bar shows it. */
export interface Segment {
  readonly label: string;
  readonly count: number;
  readonly tone: 'accent' | 'success' | 'warning' | 'danger' | 'quiet';
}

/**
 * How wide each segment is, in percent of the bar. A part that is there at all gets at least `least` percent,
 * so that one problem among 100,000 rows can be seen; the others give it up in proportion.
 */
export function segmentWidths(counts: readonly number[], least = 1): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count / total) * 100);
  const raised = exact.map((width) => (width > 0 && width < least ? least : 0));
  const taken = raised.reduce((sum, width) => sum + width, 0);
  const large = exact.reduce((sum, width, index) => sum + (raised[index] ? 0 : width), 0);
  return exact.map((width, index) => raised[index] || (large === 0 ? 0 : (width / large) * (100 - taken)));
}
