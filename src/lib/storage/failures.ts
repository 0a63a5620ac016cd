/** What the browser refuses for a reason that can be expected, found inside what Dexie makes of it. */

export function isQuotaExceeded(failure: unknown): boolean {
  return isCausedBy(failure, 'QuotaExceededError');
}

/** Something unique would be there twice. */
export function isConstraint(failure: unknown): boolean {
  return isCausedBy(failure, 'ConstraintError');
}

/** Asked of something that is past it. */
export function isInvalidState(failure: unknown): boolean {
  return isCausedBy(failure, 'InvalidStateError');
}

function isCausedBy(failure: unknown, name: string): boolean {
  if (!(failure instanceof Error)) return false;
  if (failure.name === name) return true;
  if ('inner' in failure && isCausedBy(failure.inner, name)) return true;
  return (
    'failures' in failure && Array.isArray(failure.failures) && failure.failures.some((one) => isCausedBy(one, name))
  );
}
