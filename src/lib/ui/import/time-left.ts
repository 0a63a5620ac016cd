/** How long work of steady pace goes on, judged by what it has done so far. */

/** Below this too little is known to promise anything, ms. */
const LEAST_ELAPSED = 1500;
const LEAST_SHARE = 0.02;

export type TimeLeft =
  | { readonly unit: 'unknown' }
  | { readonly unit: 'moments' }
  | { readonly unit: 'seconds'; readonly count: number }
  | { readonly unit: 'minutes'; readonly count: number };

/** `elapsed` in ms, `share` from 0 to 1. Seconds in steps of five: a number that jumps about helps nobody. */
export function timeLeft(elapsed: number, share: number): TimeLeft {
  if (elapsed < LEAST_ELAPSED || share < LEAST_SHARE) return { unit: 'unknown' };
  const seconds = (elapsed / 1000 / share) * (1 - share);
  if (seconds <= 5) return { unit: 'moments' };
  if (seconds <= 55) return { unit: 'seconds', count: Math.ceil(seconds / 5) * 5 };
  return { unit: 'minutes', count: Math.max(1, Math.round(seconds / 60)) };
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1]
] as const;

function largestUnit(ms: number): readonly [(typeof UNITS)[number][0], number] {
  const seconds = Math.max(1, ms / 1000);
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  return [unit, Math.round(seconds / size)];
}

/** "1 minute ago" */
export function timeAgo(ms: number): string {
  const [unit, count] = largestUnit(ms);
  return new Intl.RelativeTimeFormat('en').format(-count, unit);
}

/** "3 hours" */
export function roughTime(ms: number): string {
  const [unit, count] = largestUnit(ms);
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
