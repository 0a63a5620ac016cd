/** Ten times a second is as smooth as a bar or a count can be read. */
const INTERVAL = 100;

/** Lets a call through when the last one, or `toldAt`, is at least 100 ms ago, and drops the others. */
export function seldom<Words extends unknown[]>(
  tell: (...words: Words) => void,
  toldAt = -Infinity
): (...words: Words) => void {
  return (...words) => {
    if (performance.now() - toldAt < INTERVAL) return;
    toldAt = performance.now();
    tell(...words);
  };
}
