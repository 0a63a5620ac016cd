// Plain Node without dependencies: this runs before node_modules exists.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { giveUp, say } from './say.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));

const NEEDED = [20, 19];

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  giveUp(
    `Muster needs Node.js ${NEEDED.join('.')} or newer; this is ${process.versions.node}.`,
    'Get the current one from https://nodejs.org or with your version manager (nvm install --lts), then try again.'
  );
}

/** Installs the packages that package-lock.json names where they are missing or of another version. */
export function installWhatIsMissing() {
  const reason = whatIsMissing();
  if (reason === undefined) return;
  say(`Installing packages (${reason}). The first time this takes a minute or two.`);
  // `ci` wants the lock file whole. Where a registry lacked packages of other systems when it was written, `install` forgives.
  if (npm('ci') || npm('install', '--no-save')) return;
  giveUp(
    'The packages could not be installed: the lines above say why.',
    'Most often the package registry cannot be reached: check the network or the registry in your npm configuration, then try again.'
  );
}

function npm(/** @type {string[]} */ ...words) {
  const done = spawnSync('npm', [...words, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32'
  });
  return done.status === 0;
}

/**
 * Compares what should be there with npm's own note of what it put there.
 * @returns {string | undefined} the reason to install, or undefined
 */
function whatIsMissing() {
  const wanted = packagesIn('package-lock.json');
  if (wanted === undefined)
    giveUp('package-lock.json is missing or damaged: restore it with `git checkout package-lock.json`.');
  const present = packagesIn('node_modules/.package-lock.json');
  if (present === undefined) return 'none are there yet';
  for (const [path, { version, optional, peer, dev }] of Object.entries(wanted)) {
    if (path === '' || optional) continue;
    if (present[path]?.version === version) continue;
    if (present[path] === undefined && peer && !dev) continue;
    return `${path.replace(/^.*node_modules\//, '')} should be ${version}`;
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean, peer?: boolean, dev?: boolean }> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
