import type { SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { Refusal } from '#lib/spreadsheet/refusal.ts';
import type { DeflateElsewhere } from '#lib/spreadsheet/zip/deflate-part.ts';
import { deflate } from '#lib/spreadsheet/zip/deflate.ts';
import { entryStream, type EntryPlace, type InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import { news, type News, type ThreadPort, type Wish } from './inflating-messages.ts';
import { Mailbox } from './mailbox.ts';

/** What the client needs of a Worker. */
export interface InflatingWorker extends ThreadPort {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
  terminate(): void;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** In one of our own threads a part of this size is inflated in a few ms: asking another would take as long. */
const SMALL = 512 * 1024;

const MOST_DEFLATING = 2;

/**
 * [Note: the inflating thread] Inflating and summing takes a fifth of the time of reading a workbook, and with deflating
 * most of that of patching it: the import worker has a thread of its own that inflates ahead of it, and deflates what it
 * has time for. That thread is a help and never needed: where there is none, where it dies, falls silent or cannot do it,
 * the import worker goes on by itself from the byte where it was left. What is wrong with a part is found over there and
 * said here in the same words. (docs/decisions/0009-a-second-thread-that-inflates.md)
 */
export class InflatingClient {
  #worker: InflatingWorker | null;
  readonly #parts = new Map<number, Mailbox<News>>();
  #lastId = 0;
  #deflating = 0;

  /** `start` may throw: old browsers have no worker in a worker. */
  constructor(start: () => InflatingWorker = startInflatingWorker) {
    try {
      this.#worker = start();
    } catch {
      this.#worker = null;
      return;
    }
    this.#worker.addEventListener('message', ({ data }) => this.#take(data));
    this.#worker.addEventListener('error', () => this.#lose());
    this.#worker.addEventListener('messageerror', () => this.#lose());
  }

  /** As `entryStream`, which also takes over where the thread is lost. */
  readonly inflate: InflateEntry = (file, entry, limits, signal) => {
    if (this.#worker === null || entry.uncompressedSize < SMALL) return entryStream(file, entry, limits, signal);
    const windows = this.#windows(file, entry, limits, signal);
    return new ReadableStream<Bytes>(
      {
        async pull(controller) {
          const { done, value } = await windows.next();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        cancel: () => void windows.return()
      },
      { highWaterMark: 0 }
    );
  };

  /** Two stretches at most at a time: the thread has them done between two looks at its messages. */
  readonly deflate: DeflateElsewhere = (stretch) => {
    if (this.#worker === null || this.#deflating >= MOST_DEFLATING) return undefined;
    return this.#deflated(stretch.slice());
  };

  async #deflated(stretch: Bytes): Promise<Bytes> {
    const id = ++this.#lastId;
    const mailbox = new Mailbox<News>(() => this.#lose());
    this.#parts.set(id, mailbox);
    this.#deflating++;
    try {
      this.#ask({ kind: 'deflate', id, bytes: stretch });
      const came = await mailbox.next();
      return came.kind === 'deflated' ? came.bytes : deflate(stretch, false);
    } finally {
      this.#parts.delete(id);
      this.#deflating--;
    }
  }

  async *#windows(
    file: Blob,
    entry: EntryPlace,
    limits: SpreadsheetLimits,
    signal: AbortSignal | undefined
  ): AsyncGenerator<Bytes, void> {
    // Lost since the stream was made: nobody would answer.
    if (this.#worker === null) return yield* from(0, entryStream(file, entry, limits, signal));
    const id = ++this.#lastId;
    const mailbox = new Mailbox<News>(() => this.#lose());
    this.#parts.set(id, mailbox);
    let received = 0;
    let untold = 0;
    try {
      this.#ask({ kind: 'inflate', id, file, entry: placeOf(entry), limits: { ...limits } });
      for (;;) {
        const came = await mailbox.next(signal);
        if (came.kind === 'end') return;
        if (came.kind === 'refused') throw new Refusal(came.failure);
        if (came.kind !== 'window') break;
        for (const piece of came.pieces) {
          received += piece.length;
          untold += piece.length;
          yield piece;
          signal?.throwIfAborted();
        }
        // The first is told at once: until then the thread waits for whether anybody reads on.
        if (received > untold && untold < limits.aheadBytes / 2) continue;
        this.#ask({ kind: 'taken', id, bytes: untold });
        untold = 0;
      }
    } finally {
      this.#parts.delete(id);
      this.#ask({ kind: 'enough', id });
    }
    yield* from(received, entryStream(file, entry, limits, signal));
  }

  #ask(wish: Wish): void {
    this.#worker?.postMessage(wish);
  }

  #take(data: unknown): void {
    const came = news.safeParse(data);
    if (!came.success) return this.#lose();
    this.#parts.get(came.data.id)?.put(came.data);
  }

  #lose(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const [id, mailbox] of this.#parts) mailbox.put({ kind: 'unable', id });
  }
}

export function startInflatingWorker(): InflatingWorker {
  return new Worker(new URL('./inflating-worker.ts', import.meta.url), { type: 'module', name: 'muster-inflating' });
}

/** Without what an entry has beside: the record's bytes are a view of the whole directory. */
function placeOf(entry: EntryPlace): EntryPlace {
  const { name, method, crc32, compressedSize, uncompressedSize, localHeaderOffset, roomEnd } = entry;
  return { name, method, crc32, compressedSize, uncompressedSize, localHeaderOffset, roomEnd };
}

/** The stream's bytes but so many of the first. */
async function* from(start: number, stream: ReadableStream<Bytes>): AsyncGenerator<Bytes, void> {
  const reader = stream.getReader();
  let skipped = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const skip = Math.min(start - skipped, read.value.length);
      skipped += skip;
      if (skip < read.value.length) yield read.value.subarray(skip);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
