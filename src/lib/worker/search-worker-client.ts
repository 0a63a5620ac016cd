import { proxy, wrap } from 'comlink';
import type { PersonId } from '#lib/domain/person.ts';
import { raceAborts } from './race.ts';
import type { SearchResult, SearchThreadApi } from './search-worker-api.ts';
import type { ThreadWorker } from './worker-thread.ts';

export type { FoundGroup, FoundPerson, SearchResult } from './search-worker-api.ts';

/** The search as the page sees it: a thread that is started when first asked and keeps its index until `close`. */
export interface SearchClient {
  /** Begins to index, so that the first keystroke finds it done: call it when the search field gets the focus. */
  warmUp(): void;
  /**
   * Groups and people with the text in a name, nickname, email or ID, as far as this person may see them; at most `limit`
   * (1 to 1,000) of each. Rejects where the thread dies; the next call starts another.
   */
  search(actorId: PersonId, text: string, limit?: number): Promise<SearchResult>;
  /** Called whenever an answer may have become another: more people are indexed, or something changed. Returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Ends the thread and frees its memory. */
  close(): void;
}

function startSearchWorker(): ThreadWorker {
  return new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module', name: 'muster-search' });
}

interface Thread {
  readonly worker: ThreadWorker;
  readonly remote: SearchThreadApi;
  readonly end: AbortController;
}

/** `start` is how a thread comes to be; tests give their own. */
export function createSearchClient(start: () => ThreadWorker = startSearchWorker): SearchClient {
  let thread: Thread | null = null;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const end = (reason: Error): void => {
    thread?.worker.terminate();
    thread?.end.abort(reason);
    thread = null;
  };

  const running = (): Thread => {
    if (thread) return thread;
    const worker = start();
    const begun = { worker, remote: wrap<SearchThreadApi>(worker), end: new AbortController() };
    // Comlink never notices that a worker has died.
    worker.addEventListener('error', () => {
      if (thread === begun) end(new Error('The search worker has died'));
    });
    thread = begun;
    // A failure shows in the search that the thread was started for.
    begun.remote.start(proxy(tell)).catch(() => undefined);
    return begun;
  };

  return {
    warmUp: () => void running(),
    search: (actorId, text, limit = 200) => {
      const asked = running();
      return raceAborts(asked.remote.search(actorId, text, limit), asked.end.signal);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => end(new Error('The search worker was closed'))
  };
}
