import { watchMemory } from './memory.mjs';

/**
 * @param {import('@playwright/test').Browser} browser a fresh one
 * @param {string} address of the page that holds the libraries
 * @param {'sheetjs' | 'exceljs'} library
 * @returns {Promise<{ rows: number, read: number, write: number, memory: number | null }>} milliseconds and bytes
 */
export async function measureLibrary(browser, address, library) {
  const page = await browser.newPage();
  await page.goto(address);
  const memory = await watchMemory(browser);
  const times = await page.evaluate((name) => /** @type {any} */ (globalThis).compare(name, './agents.xlsx'), library);
  return { ...times, memory: await memory.peakGrowth() };
}
