import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';
import { giveUp, say } from './say.mjs';
import { digestOfSources } from './sources.mjs';

const note = join(root, 'node_modules/.cache/muster/built-from');

/** Leaves a production build of the sources as they stand in build/. */
export function buildIfSourcesChanged() {
  const digest = digestOfSources();
  const isCurrent =
    existsSync(join(root, 'build/index.html')) && existsSync(note) && readFileSync(note, 'utf8') === digest;
  if (isCurrent) return;
  say('Building Muster …');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) giveUp(done.stdout, done.stderr, 'The build failed: the lines above say why.');
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, digest);
}
