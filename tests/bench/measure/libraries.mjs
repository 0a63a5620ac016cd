import { watchMemory } from './memory.mjs';

/**
 * The page that holds the libraries, with a file in its memory.
 * @typedef {{ fresh: import('./fresh-browser.mjs').Fresh, address: string, file: string, rows: number }} Task rows of the file
 */

/** @param {Task} task @param {'text' | 'bytes'} as */
async function open({ fresh: { page }, address, file }, as) {
  await page.goto(address);
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.evaluate((form) => /** @type {any} */ (globalThis).load(form), as);
}

/** @param {Task} task @param {string} name of the call @returns {Promise<number>} milliseconds */
async function call({ fresh, rows: expected }, name) {
  const { took, rows } = await fresh.page.evaluate((of) => /** @type {any} */ (globalThis).callInWorker(of), name);
  if (rows !== undefined && rows !== expected + 1) throw new Error(`${name} found ${rows} rows with the header`);
  return took;
}

/**
 * A spreadsheet library reads a workbook and writes it with one column more.
 * @param {Task} task
 * @param {'sheetjs' | 'exceljs'} library
 * @returns {Promise<{ read: number, write: number, memory: number | null }>} milliseconds; bytes at the peak of reading
 */
export async function readAndWrite(task, library) {
  await open(task, 'bytes');
  const watched = await watchMemory(task.fresh.browser);
  const read = await call(task, `${library}-read`);
  const memory = await watched.peakGrowth();
  return { read, memory, write: await call(task, `${library}-write`) };
}

/**
 * @param {Task} task
 * @param {'papaparse' | 'json'} library
 * @returns {Promise<{ parse: number }>} milliseconds, of the text in memory
 */
export async function parse(task, library) {
  await open(task, 'text');
  return { parse: await call(task, `${library}-parse`) };
}

/** @param {Task} task of a workbook @returns {Promise<{ checked: number, longest: number }>} milliseconds */
export async function spreadsheetImportsWay(task) {
  await open(task, 'bytes');
  return task.fresh.page.evaluate(() => /** @type {any} */ (globalThis).onThePage());
}
