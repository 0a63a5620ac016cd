import { wrap, type Endpoint } from 'comlink';
import { getLocale } from '#i18n/runtime.js';
import type { ImportThreadApi } from './import-thread.ts';
import { raceAborts } from './race.ts';

/** What the client needs of a Worker. */
export interface ThreadWorker extends Endpoint {
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: object): void;
  terminate(): void;
}

export function startImportWorker(): ThreadWorker {
  return new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module', name: 'muster-import' });
}

/**
 * A started worker. Comlink never notices that a worker has died, and would let its callers wait for ever: so each call
 * is raced against the thread's end.
 */
export class WorkerThread {
  readonly #worker: ThreadWorker;
  readonly #remote: ImportThreadApi;
  readonly #end = new AbortController();
  #calls = 0;

  constructor(worker: ThreadWorker) {
    this.#worker = worker;
    this.#remote = wrap<ImportThreadApi>(worker);
    worker.addEventListener('error', () => this.end(new Error('The import worker has died')));
    // A failure shows in the call that the thread was started for.
    this.#remote.speak(getLocale()).catch(() => undefined);
  }

  get hasEnded(): boolean {
    return this.#end.signal.aborted;
  }

  get isBusy(): boolean {
    return this.#calls > 0;
  }

  /** Rejects with the signal's reason, or with that of the thread's end, whichever comes first. */
  async call<Value>(ask: (remote: ImportThreadApi) => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    this.#calls++;
    try {
      return await raceAborts(ask(this.#remote), signal, this.#end.signal);
    } finally {
      this.#calls--;
    }
  }

  end(reason: unknown): void {
    this.#worker.terminate();
    this.#end.abort(reason);
  }
}
