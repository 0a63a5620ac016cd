// `npm run bench`: speed and memory against the libraries, in one run on this machine, written to docs/performance.md.
// `npm run bench -- csv tree --rounds 3` measures only those parts and writes nothing.
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { readOptions } from '../tests/bench/options.mjs';
import { busyness, describeMachine } from '../tests/bench/machine.mjs';
import { ensureBrowser } from './browser.mjs';
import { buildIfSourcesChanged } from './build.mjs';
import { checkNode, installWhatIsMissing, root } from './install.mjs';
import { giveUp, say } from './say.mjs';

const options = readOptions(process.argv.slice(2));
if ('wrong' in options) giveUp(options.wrong);
const load = loadavg()[0] ?? 0;
const busy = busyness();
if (busy !== null) say(busy);
checkNode();
installWhatIsMissing();
const complaint = ensureBrowser();
if (complaint !== undefined) giveUp(complaint);
if (!process.env.MUSTER_BUILD) buildIfSourcesChanged();

const { openBench } = await import('../tests/bench/open-bench.mjs');
const { measureInTurn } = await import('../tests/bench/measure-in-turn.mjs');
const { rowsOf } = await import('../tests/bench/report/rows.mjs');
const { tables } = await import('../tests/bench/report/tables.mjs');
const { writeReport } = await import('../tests/bench/report/write-report.mjs');

const began = performance.now();
const { rounds, rows, whole } = options;
const bench = await openBench({
  build: process.env.MUSTER_BUILD ?? join(root, 'build'),
  cache: join(root, 'node_modules/.cache/muster/bench'),
  rows
});
try {
  const measured = await measureInTurn(bench, options, say);
  const found = rowsOf(measured, rows);
  say(`\n${tables(found)}`);
  const machine = describeMachine(await bench.browserName(), load);
  if (whole) writeReport(root, { found, machine, rounds, rows });
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  say(whole ? `Written to docs/performance.md after ${minutes} minutes.` : `${minutes} minutes; ${machine}`);
} finally {
  await bench.close();
}
