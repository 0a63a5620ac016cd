// Plain Node; Playwright's own installer is called where it is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBrowser, findPlaywrightsOwn } from './find-browser.mjs';
import { root } from './install.mjs';
import { say } from './say.mjs';

/** Asking again at each run would keep everyone waiting behind a firewall that answers nothing. */
const triedBefore = join(root, 'node_modules/.cache/muster/browser-download-failed');

/**
 * Sees to a browser for the tests: Playwright's own where it can be downloaded, else the system's,
 * else Debian's package where this runs as root on such a system.
 * @returns {string | undefined} what to tell where none can be had
 */
export function ensureBrowser() {
  if (process.env.CHROMIUM_PATH || findPlaywrightsOwn()) return undefined;
  if (!existsSync(triedBefore) || !findBrowser()) download();
  if (findBrowser()) return undefined;
  debiansPackage();
  if (findBrowser()) return undefined;
  return [
    'The tests need a Chromium, and none could be had: Playwright could not download its own (see above), and this system has none.',
    'Install Chromium or Chrome with the system’s package manager, or name one: CHROMIUM_PATH=/path/to/chrome npm test'
  ].join('\n');
}

function download() {
  say('Fetching Playwright’s Chromium for the tests …');
  const installer = join(root, 'node_modules/playwright/cli.js');
  const done = spawnSync(process.execPath, [installer, 'install', 'chromium'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  });
  if (done.status === 0) return;
  const why = /^Error: (.*)$/m.exec(done.stderr)?.[1] ?? done.stderr.trim().split('\n').at(-1);
  say(`  It cannot be downloaded here (${why}). Looking for another.`);
  mkdirSync(dirname(triedBefore), { recursive: true });
  writeFileSync(triedBefore, '');
}

function debiansPackage() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say('Installing Debian’s package chromium …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (/** @type {string[]} */ words) =>
    spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: environment, timeout: 600_000 });
  run(['update', '-qq']);
  run(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}
