import { watchMemory } from './memory.mjs';
import { forgetResult, untilSeen, watchPage, whatWasSeen } from './watch-page.mjs';
import { watchWorkers } from './watch-workers.mjs';

const words = (/** @type {number} */ rows) => new Intl.NumberFormat('en').format(rows);

/** @param {import('@playwright/test').Page} page */
const startImport = (page) => page.getByRole('button', { name: /^Start import/ });

/**
 * To the page Import technicians by the way a person has.
 * @param {import('@playwright/test').Page} page
 * @param {string} address of the product
 */
export async function goToImport(page, address) {
  await page.goto(address);
  await page.getByRole('link', { name: 'My Account', exact: true }).first().click();
  await page.getByRole('link', { name: 'Import technicians' }).click();
  await page.getByRole('heading', { name: 'Import technicians' }).waitFor();
}

/** @param {import('@playwright/test').Page} page */
export async function chooseGroup(page) {
  await page.getByRole('combobox', { name: 'Search technician group…' }).fill('Everyone');
  await page.getByRole('option', { name: /Everyone/ }).click();
}

/**
 * From the choice of a file to the preview of all its rows.
 * @param {import('./fresh-browser.mjs').Fresh} fresh at the page Import technicians
 * @param {string} file path
 * @param {number} rows
 */
export async function preview({ page, browser }, file, rows) {
  await page.evaluate(watchPage, words(rows));
  const memory = await watchMemory(browser);
  await page.locator('input[type="file"]').setInputFiles(file);
  await untilSeen(page, 'previewed');
  const grown = await memory.peakGrowth();
  const ready = await startImport(page).textContent();
  if (!ready?.includes(`(${words(rows)} of ${words(rows)}`)) throw new Error(`not every row is ready: ${ready}`);
  const { between, longest } = await whatWasSeen(page);
  return {
    firstRows: between('chosen', 'firstRows'),
    previewed: between('chosen', 'previewed'),
    longestTaskReading: longest('chosen', 'previewed'),
    memory: grown
  };
}

/**
 * From **Start import** to the Import Summary; `sealing` is what of it went by before the transaction while passwords
 * were being sealed, and `transaction` the one that writes everything.
 * @param {import('./fresh-browser.mjs').Fresh} fresh with a preview
 */
export async function commit({ page }) {
  const workers = await watchWorkers(page);
  await startImport(page).click();
  await untilSeen(page, 'committed');
  const { between, longest } = await whatWasSeen(page);
  return {
    commit: between('started', 'committed'),
    longestTaskCommitting: longest('started', 'committed'),
    ...(await workers())
  };
}

/**
 * From **Download result in spreadsheet** to the file.
 * @param {import('./fresh-browser.mjs').Fresh} fresh with an Import Summary
 */
export async function result({ page }) {
  await page.getByRole('button', { name: 'Download result in spreadsheet' }).click();
  await untilSeen(page, 'result');
  const { between, longest } = await whatWasSeen(page);
  return { result: between('asked', 'result'), longestTaskWriting: longest('asked', 'result') };
}

/** In ms: the browser goes on with what was committed for a while after it has said that it is done. */
const SETTLED = 3000;

/**
 * The same, asked for once more when the browser has settled.
 * @param {import('./fresh-browser.mjs').Fresh} fresh with an Import Summary whose result was downloaded
 */
export async function resultLater(fresh) {
  await fresh.page.waitForTimeout(SETTLED);
  await fresh.page.evaluate(forgetResult);
  return { resultLater: (await result(fresh)).result };
}
