/** What a person waits for goes before the derivation of passwords, which could keep a core busy for hours: in all tabs. */
const WAITED_FOR = 'muster-waited-for';

/** The same work; meanwhile no password is derived. A worker that is ended lets go of it. */
export function inForeground<Words extends unknown[], Value>(
  work: (...words: Words) => Promise<Value>
): (...words: Words) => Promise<Value> {
  return async (...words) => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    // It begins at once: what is derived at this moment ends by itself in a tenth of a second.
    void navigator.locks.request(WAITED_FOR, { mode: 'shared' }, () => ended);
    try {
      return await work(...words);
    } finally {
      end();
    }
  };
}

/** Resolves when nobody waits for such work. */
export async function untilNobodyWaits(): Promise<void> {
  await navigator.locks.request(WAITED_FOR, () => undefined);
}
