import { commit, preview, result } from './import-road.mjs';
import { watchWholeBrowser } from './memory.mjs';
import { whatWasSeen } from './watch-page.mjs';

const KEPT = 100_000;

/**
 * The tallest sheet there is: previewed, all but the first people left out, these imported, the result downloaded.
 * @param {import('./fresh-browser.mjs').Fresh} fresh over a profile with the group Everyone
 * @param {string} address of the product
 * @param {string} file path
 * @param {number} rows
 */
export async function measureFullHeight(fresh, address, file, rows) {
  const { page, browser } = fresh;
  await page.goto(address);
  await page.getByRole('treeitem', { name: 'Everyone', exact: true }).click();
  await page.getByRole('link', { name: 'Import users' }).click();
  await page.getByRole('heading', { name: 'Import users to Everyone' }).waitFor();
  const memory = await watchWholeBrowser(browser);
  const { previewed, firstRows } = await preview(fresh, file, rows);
  await keepFirst(page);
  const { commit: committed } = await commit(fresh);
  const { result: written } = await result(fresh);
  const { longest } = await whatWasSeen(page);
  return {
    firstRows,
    previewed,
    commit: committed,
    result: written,
    longest: longest('chosen', 'result'),
    memory: memory.peak()
  };
}

/** @param {import('@playwright/test').Page} page */
async function keepFirst(page) {
  await page.getByRole('button', { name: 'Only the first…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(String(KEPT));
  await dialog.getByRole('button', { name: /^Leave out/ }).click();
  await page.getByRole('button', { name: `Start import (${KEPT.toLocaleString('en')} of` }).waitFor();
}
