/** The promise's outcome, or a rejection with the reason of the signal that is aborted before it is there. */
export async function raceAborts<Value>(
  promise: Promise<Value>,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<Value> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    for (const signal of signals) {
      const stop = (): void => reject(signal?.reason as Error);
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { signal: settled.signal });
    }
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    settled.abort();
  }
}

/** Calls `onAbort` in the very moment of an abort, as long as the work goes on. */
export async function whileListening<Value>(
  signal: AbortSignal | undefined,
  onAbort: () => void,
  work: () => Promise<Value>
): Promise<Value> {
  signal?.throwIfAborted();
  signal?.addEventListener('abort', onAbort);
  try {
    return await work();
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
