import { Worker } from 'node:worker_threads';

/** What the thread is told. */
export interface FuzzShare {
  readonly from: number;
  readonly to: number;
  readonly withCorpus: boolean;
  /** Two numbers: the mutant it is at, and whether SheetJS reads that one. */
  readonly current: SharedArrayBuffer;
}

export type FuzzMessage = { readonly finding: FuzzFinding } | { readonly outcome: string };

interface FuzzFinding {
  readonly number: number;
  readonly what: string;
}

interface FuzzReport {
  readonly findings: FuzzFinding[];
  /** How many mutants ended how. */
  readonly outcomes: Record<string, number>;
  /** The longest that one took, in ms of the processor's time, and the most memory beyond that at the start. */
  longest: number;
  memory: number;
}

/** In ms of the processor's time: on a busy machine the clock says little of a file. */
const HANG = 2000;
const MEMORY = 300 * 1024 * 1024;
const LOOK_EVERY = 25;

/** What the page says when it ends a thread that SheetJS holds: it loops for ever on some files, and that is known. */
const ENDED = 'took-too-long (SheetJS)';

/**
 * Examines the mutants `from` up to but not including `to` in a thread that is ended, and begun again behind, where one
 * holds it for 2 s of work, takes 300 MB or brings it down.
 */
export async function watchedFuzz(thread: URL, from: number, to: number, withCorpus: boolean): Promise<FuzzReport> {
  const report: FuzzReport = { findings: [], outcomes: {}, longest: 0, memory: 0 };
  for (let next = from; next < to;) next = await oneThread(thread, { from: next, to, withCorpus }, report);
  return report;
}

/** Gives the number of the first mutant that was not come to. */
async function oneThread(thread: URL, share: Omit<FuzzShare, 'current'>, report: FuzzReport): Promise<number> {
  const current = new SharedArrayBuffer(8);
  const state = new Int32Array(current);
  state[0] = -1;
  const worker = new Worker(thread, {
    workerData: { ...share, current },
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }
  });
  worker.on('message', (message: FuzzMessage) => {
    if ('finding' in message) report.findings.push(message.finding);
    else count(report, message.outcome);
  });
  let fault: string | undefined;
  worker.on('error', (error) => (fault = String(error)));
  const watch = watched(state, report, (what) => {
    fault = what;
    clearInterval(watch);
    void worker.terminate();
  });
  await new Promise((resolve) => worker.once('exit', resolve));
  clearInterval(watch);
  if (fault === undefined) return share.to;
  const at = Math.max(Atomics.load(state, 0), share.from);
  if (Atomics.load(state, 1) === 1) count(report, ENDED);
  else report.findings.push({ number: at, what: fault });
  return at + 1;
}

function watched(state: Int32Array, report: FuzzReport, end: (what: string) => void): NodeJS.Timeout {
  let before = -1;
  let since = 0;
  let resident = 0;
  return setInterval(() => {
    const { user, system } = process.cpuUsage();
    const now = (user + system) / 1000;
    const at = Atomics.load(state, 0);
    if (at < 0) return;
    const { rss } = process.memoryUsage();
    if (resident === 0) resident = rss;
    if (Atomics.load(state, 1) === 0) report.memory = Math.max(report.memory, rss - resident);
    if (at !== before) {
      before = at;
      since = now;
      return;
    }
    if (Atomics.load(state, 1) === 0) report.longest = Math.max(report.longest, now - since);
    if (now - since > HANG) end(`holds its thread for ${Math.round(now - since)} ms`);
    if (rss - resident > MEMORY) end(`takes ${Math.round((rss - resident) / 1024 / 1024)} MB`);
  }, LOOK_EVERY);
}

function count({ outcomes }: FuzzReport, outcome: string): void {
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
}
