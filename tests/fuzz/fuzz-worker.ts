/** Examines mutants one after another on a thread that may be ended at any time. */
import { parentPort, workerData } from 'node:worker_threads';
import { detectFormat } from '#lib/spreadsheet/detect-format.ts';
import { examine } from './examine.ts';
import { mutant } from './mutant.ts';
import { seeds } from './seeds.ts';
import type { FuzzMessage, FuzzShare } from './watched-fuzz.ts';

const { from, to, withCorpus, current } = workerData as FuzzShare;
const all = await seeds(withCorpus);
const state = new Int32Array(current);
process.on('unhandledRejection', (reason) =>
  say({ finding: { number: Atomics.load(state, 0), what: `unhandled: ${String(reason)}` } })
);

for (let at = from; at < to; at++) {
  Atomics.store(state, 0, at);
  const { name, file, random } = mutant(all, at);
  try {
    Atomics.store(state, 1, Number(await bySheetJs(name, file)));
    say({ outcome: await examine(name, file, random.below(1000)) });
  } catch (error) {
    const stack = error instanceof Error ? error.stack : undefined;
    say({ finding: { number: at, what: stack?.split('\n').slice(0, 4).join(' ') ?? String(error) } });
  }
}

function say(message: FuzzMessage): void {
  parentPort?.postMessage(message);
}

async function bySheetJs(name: string, file: Blob): Promise<boolean> {
  const format = await detectFormat(name, file).catch(() => 'text');
  return format !== 'text' && format !== 'xlsx';
}
