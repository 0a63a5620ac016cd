// Plain Node without dependencies: this runs before node_modules exists.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/**
 * The browser that the tests use: what CHROMIUM_PATH names, else Playwright's own where it was
 * downloaded, else the system's. Undefined where there is none.
 * @returns {string | undefined} path of the program
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return findPlaywrightsOwn() ?? systems();
}

/** @returns {string | undefined} */
export function findPlaywrightsOwn() {
  try {
    const path = createRequire(import.meta.url)('playwright-core').chromium.executablePath();
    return existsSync(path) && runs(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function systems() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE];
  return candidates.find(runs);
}

/** A snap's stand-in on Ubuntu is a file that only says what to install: hence the question for its version. */
function runs(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    if (process.platform === 'win32') return true;
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

const asRoot = process.getuid?.() === 0;

/** How every test and bench starts the browser: quiet, without a display, and without requests of its own. */
const browserArguments = [
  ...(asRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
  // Chromium asks its maker what the fields of a form mean; tests that count requests should see only the app's.
  '--autofill-server-url=about:blank'
];

/** Playwright's launch options, for vitest's browser project and for the end-to-end tests alike. */
export function launchOptions() {
  const executablePath = findBrowser();
  return { args: browserArguments, chromiumSandbox: !asRoot, ...(executablePath ? { executablePath } : {}) };
}
