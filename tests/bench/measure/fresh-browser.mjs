import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../../.config/find-browser.mjs';

/** Long enough for a million rows on a slow machine. */
const PATIENCE = 300_000;

/** @type {Set<string>} */
const folders = new Set();
process.on('exit', () => folders.forEach(remove));

const remove = (/** @type {string} */ folder) => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.delete(folder);
};

/** @returns {string} a folder that is gone when the bench ends, however it ends */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  folders.add(folder);
  return folder;
}

/** What a measurement is given. @typedef {{ page: import('@playwright/test').Page, browser: import('@playwright/test').Browser }} Fresh */

/**
 * A browser process of its own over a profile's folder, with one blank page.
 * @template T
 * @param {string} profile
 * @param {(fresh: Fresh) => Promise<T>} measure
 * @param {readonly string[]} [flags] beside the usual ones
 */
export async function inBrowser(profile, measure, flags = []) {
  const options = launchOptions();
  const context = await chromium.launchPersistentContext(profile, { ...options, args: [...options.args, ...flags] });
  try {
    const browser = context.browser();
    if (!browser) throw new Error('a browser without a handle to it');
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(PATIENCE);
    return await measure({ page, browser });
  } finally {
    await context.close();
  }
}

/**
 * The same over a copy of a profile, or over an empty one: nothing of one measurement is left for the next.
 * @template T
 * @param {string | null} profile
 * @param {(copy: string) => Promise<T>} work
 */
export async function withCopy(profile, work) {
  const copy = temporaryFolder();
  try {
    if (profile !== null) cpSync(profile, copy, { recursive: true });
    return await work(copy);
  } finally {
    remove(copy);
  }
}
