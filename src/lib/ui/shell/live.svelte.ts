import type { LiveQuery } from '#lib/storage/live-query.ts';

export interface Live<T> {
  /** undefined until the first answer, and again while a changed question waits for its own. */
  readonly current: T | undefined;
}

/**
 * A live query as Svelte state, for as long as the component lives. `question` is asked anew whenever the state it
 * reads changes; null asks nothing. A query that fails keeps its last answer: the database's own state tells of trouble.
 */
export function live<T>(question: () => LiveQuery<T> | null): Live<T> {
  let current = $state.raw<T>();
  $effect(() => {
    const query = question();
    current = undefined;
    if (query === null) return;
    const subscription = query.subscribe({
      next: (value) => {
        current = value;
      },
      error: () => undefined
    });
    return () => subscription.unsubscribe();
  });
  return {
    get current() {
      return current;
    }
  };
}
