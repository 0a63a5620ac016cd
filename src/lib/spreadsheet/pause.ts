/** Longest stretch of work, in ms, between two pauses: messages to the worker are answered in between. */
const STRETCH = 12;

let pausedAt = 0;
let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/** Node's; no browser has it. */
const soon = (globalThis as { setImmediate?: (run: () => void) => void }).setImmediate;

/** A turn of the event loop without the 4 ms that browsers add to nested timers. */
function turn(): Promise<void> {
  if (soon) return new Promise((resolve) => soon(resolve));
  if (channel === undefined) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}

/**
 * Lets the thread's other tasks run when 12 ms have passed since the last pause; call it between batches of a few
 * milliseconds. Rejects with the signal's reason once it is aborted.
 */
export async function pauseWhenDue(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (performance.now() - pausedAt < STRETCH) return;
  await turn();
  pausedAt = performance.now();
  signal?.throwIfAborted();
}
