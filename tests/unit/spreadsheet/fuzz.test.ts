/** The short form of `npm run fuzz`: the same mutants each time, from our own seeds only. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { bundleFuzz } from '../../../.config/bundle-fuzz.mjs';
import { examine } from '../../fuzz/examine.ts';
import { mutant } from '../../fuzz/mutant.ts';
import { seeds } from '../../fuzz/seeds.ts';
import { watchedFuzz } from '../../fuzz/watched-fuzz.ts';

const MUTANTS = 400;
const out = mkdtempSync(join(tmpdir(), 'muster-fuzz-'));
afterAll(() => rmSync(out, { recursive: true }));

test('mutated files end in rows or in a failure, and results say the same', async () => {
  await bundleFuzz(out);
  const { findings, outcomes } = await watchedFuzz(pathToFileURL(join(out, 'fuzz-worker.js')), 0, MUTANTS, false);
  expect(findings).toEqual([]);
  expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(MUTANTS);
  expect(outcomes['read, annotated, masked']).toBeGreaterThan(MUTANTS / 20);
});

test('the seeds themselves are read', async () => {
  const outcomes: string[] = [];
  for (const seed of await seeds(false)) {
    const { name, file } = mutant([seed], 0, { changed: false });
    outcomes.push(`${name}: ${await examine(name, file, 0)}`);
  }
  expect(outcomes.filter((outcome) => !/: read/.test(outcome))).toEqual([]);
});

test('a thread that hangs or dies is ended, and the next mutant examined', async () => {
  const thread = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const begin =
    "import { workerData } from 'node:worker_threads'; const at = new Int32Array(workerData.current); at[0] = workerData.from;";
  const hanging = await watchedFuzz(thread(`${begin} if (workerData.from === 3) for (;;);`), 3, 5, false);
  expect(hanging.findings).toMatchObject([{ number: 3, what: expect.stringContaining('holds its thread') }]);
  const dying = await watchedFuzz(thread(`${begin} throw new Error('a bug')`), 7, 9, false);
  expect(dying.findings).toMatchObject([{ number: 7, what: 'Error: a bug' }, { number: 8 }]);
});
