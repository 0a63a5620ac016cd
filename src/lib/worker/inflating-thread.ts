import { Refusal } from '#lib/spreadsheet/refusal.ts';
import { deflate } from '#lib/spreadsheet/zip/deflate.ts';
import { entryStream } from '#lib/spreadsheet/zip/entry-data.ts';
import { wish, type ThreadPort, type ToldNews, type Wish } from './inflating-messages.ts';

/** Sent in one message: one for each piece of inflate's would cost more than the piece. The part's first goes alone. */
const WINDOW = 512 * 1024;

/** Inflates what the other end of the port asks for, no more ahead than limits.aheadBytes of each part. */
export function inflateFor(port: ThreadPort): void {
  const parts = new Map<number, PartSender>();
  port.addEventListener('message', ({ data }) => {
    const asked = wish.parse(data);
    if (asked.kind === 'taken') return parts.get(asked.id)?.taken(asked.bytes);
    if (asked.kind === 'enough') return parts.get(asked.id)?.stop();
    if (asked.kind === 'deflate') {
      const bytes = inOwnBuffer(deflate(asked.bytes, false));
      return port.postMessage({ kind: 'deflated', id: asked.id, bytes } satisfies ToldNews, {
        transfer: [bytes.buffer]
      });
    }
    const sender = new PartSender(asked, (news, transfer) => port.postMessage(news, { transfer }));
    parts.set(asked.id, sender);
    void sender.run().finally(() => parts.delete(asked.id));
  });
}

class PartSender {
  readonly #wish: Extract<Wish, { kind: 'inflate' }>;
  readonly #tell: (news: ToldNews, transfer: Transferable[]) => void;
  #ahead = 0;
  /** Whether more than the part's beginning is wanted: looking for a sheet's first row takes no more. */
  #wanted = false;
  #stopped = false;
  #wake: () => void = () => undefined;

  constructor(asked: Extract<Wish, { kind: 'inflate' }>, tell: (news: ToldNews, transfer: Transferable[]) => void) {
    this.#wish = asked;
    this.#tell = tell;
  }

  taken(bytes: number): void {
    this.#ahead -= bytes;
    this.#wanted = true;
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async run(): Promise<void> {
    const { id } = this.#wish;
    try {
      await this.#windows();
      if (!this.#stopped) this.#tell({ kind: 'end', id }, []);
    } catch (error) {
      this.#tell(
        error instanceof Refusal ? { kind: 'refused', id, failure: error.failure } : { kind: 'unable', id },
        []
      );
    }
  }

  async #windows(): Promise<void> {
    const { file, entry, limits } = this.#wish;
    const reader = entryStream(file, entry, limits).getReader();
    let pieces: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    let window = 0;
    try {
      while (!this.#stopped) {
        const { done, value } = await reader.read();
        if (value) pieces.push(value);
        size += value?.length ?? 0;
        if (done ? size > 0 : size >= window) {
          this.#send(pieces, size);
          pieces = [];
          size = 0;
          window = WINDOW;
        }
        if (done) return;
        await this.#untilTaken(limits.aheadBytes);
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  async #untilTaken(mostAhead: number): Promise<void> {
    while (!this.#stopped && this.#ahead >= (this.#wanted ? mostAhead : WINDOW)) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #send(pieces: Uint8Array<ArrayBuffer>[], size: number): void {
    this.#ahead += size;
    const own = pieces.map(inOwnBuffer);
    const transfer = own.map(({ buffer }) => buffer);
    this.#tell({ kind: 'window', id: this.#wish.id, pieces: own }, transfer);
  }
}

/** What else lies in its buffer is not given away with it. */
function inOwnBuffer(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
}
