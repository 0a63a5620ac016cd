/** Dexie wraps what the browser throws. */
export function isQuotaExceeded(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  return failure.name === 'QuotaExceededError' || ('inner' in failure && isQuotaExceeded(failure.inner));
}
