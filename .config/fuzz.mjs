// `npm run fuzz` examines 20,000 mutated files; `npm run fuzz -- 50000 1000000` so many from that number on.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleFuzz } from './bundle-fuzz.mjs';
import { root } from './install.mjs';
import { say } from './say.mjs';

const [count = 20_000, from = 0] = process.argv.slice(2).map(Number);
// As deep as the sources, whose files are found by their place relative to them.
const out = join(root, 'node_modules/.fuzz');

await bundleFuzz(out);

/** @type {typeof import('../tests/fuzz/watched-fuzz.ts')} */
const { watchedFuzz } = await import(pathToFileURL(join(out, 'watched-fuzz.js')).href);
const begun = performance.now();
const report = await watchedFuzz(pathToFileURL(join(out, 'fuzz-worker.js')), from, from + count, true);
for (const { number, what } of report.findings) say(`${number}: ${what}`);
for (const [outcome, times] of Object.entries(report.outcomes).sort((a, b) => b[1] - a[1])) {
  say(`${String(times).padStart(8)} ${outcome}`);
}
const seconds = Math.round((performance.now() - begun) / 1000);
say(
  `${count} mutants in ${seconds} s, ${report.findings.length} findings. ` +
    `Longest ${Math.round(report.longest)} ms of work, at most ${Math.round(report.memory / 1024 / 1024)} MB more than at the start.`
);
process.exitCode = report.findings.length === 0 ? 0 : 1;
