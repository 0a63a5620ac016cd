import type { InflatingWorker } from '#lib/worker/inflating-client.ts';
import type { ThreadPort } from '#lib/worker/inflating-messages.ts';

/** A thread that is none: the other end of a channel, and what was said over it. */
export interface PlayedThread {
  readonly worker: InflatingWorker;
  asked(kind: string): number;
  /** Of all parts, in the windows that were told. */
  bytesTold(): number;
  /** Told, and not yet said to be taken. */
  bytesAhead(): number;
  /** Resolves when nothing has been said for some turns. */
  quiet(): Promise<void>;
  die(): void;
  isTerminated(): boolean;
  readonly terminate: () => void;
}

interface Said {
  readonly kind: string;
  readonly bytes?: number;
  readonly pieces?: readonly Uint8Array[];
}

export function threadBehind(behave: (port: ThreadPort) => void): PlayedThread {
  const { port1, port2 } = new MessageChannel();
  const asked: Said[] = [];
  let said = 0;
  let told = 0;
  let terminated = false;
  const postMessage = (message: Said, options?: { transfer?: Transferable[] }): void => {
    said++;
    for (const { length } of message.pieces ?? []) told += length;
    port1.postMessage(message, options?.transfer ?? []);
  };
  port1.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    said++;
    asked.push(data);
  });
  behave({
    postMessage: (message: Said, options) => postMessage(message, options),
    addEventListener: (type, listener) => port1.addEventListener(type, listener)
  });
  port1.start();
  port2.start();
  const terminate = (): void => {
    terminated = true;
    port1.close();
  };
  const taken = (): number => asked.reduce((sum, { kind, bytes = 0 }) => sum + (kind === 'taken' ? bytes : 0), 0);
  return {
    worker: Object.assign(port2, { terminate }),
    asked: (kind) => asked.filter((message) => message.kind === kind).length,
    bytesTold: () => told,
    bytesAhead: () => told - taken(),
    async quiet() {
      for (let before = -1, turns = 0; turns < 20; turns = said === before ? turns + 1 : 0) {
        before = said;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    die: () => void port2.dispatchEvent(new Event('error')),
    isTerminated: () => terminated,
    terminate
  };
}
