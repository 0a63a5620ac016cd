import { liveQuery } from 'dexie';

/** Calls back with the present value and again after every change that touches it; Svelte reads it as a store. */
export interface LiveQuery<T> {
  subscribe(observer: ((value: T) => void) | { next: (value: T) => void; error?: (failure: unknown) => void }): {
    unsubscribe(): void;
  };
}

export function watch<T>(query: () => Promise<T>): LiveQuery<T> {
  const observable = liveQuery(query);
  return {
    subscribe: (observer) =>
      observable.subscribe(
        typeof observer === 'function' ? observer : observer.next,
        typeof observer === 'function' ? undefined : observer.error
      )
  };
}
