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
