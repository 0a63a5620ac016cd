/** Starts the derivation of sealed passwords: see [Note: why passwords are sealed]. */

let worker: Worker | null = null;
/** Asked for while a worker was about to end. */
let again = false;

/** Call it whenever sealed passwords may be waiting: the worker ends by itself when none is left. */
export function startDerivation(): void {
  if (worker) {
    again = true;
    return;
  }
  again = false;
  worker = new Worker(new URL('./credentials-worker.ts', import.meta.url), {
    type: 'module',
    name: 'muster-credentials'
  });
  worker.onmessage = () => {
    stop();
    if (again) startDerivation();
  };
  // What was sealed stays sealed; the next call tries again.
  worker.onerror = stop;
}

function stop(): void {
  worker?.terminate();
  worker = null;
}
