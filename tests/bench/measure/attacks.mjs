import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { inBrowser, withCopy } from './fresh-browser.mjs';
import { watchMemory } from './memory.mjs';

/**
 * Every file that was made to break readers, each in a browser of its own: how long until a sentence says what is wrong
 * with it, and by how much the tab grew. The worst of each.
 * @param {string} address of the product
 * @param {string} profile with the group Everyone
 */
export async function measureAttacks(address, profile) {
  const { module } = /** @type {{ module: typeof import('../../fixtures/attacks.ts') }} */ (
    await runnerImport('tests/fixtures/attacks.ts', { configFile: false })
  );
  let slowest = 0;
  let memory = /** @type {number | null} */ (0);
  for (const attack of module.attacks) {
    const met = await withCopy(profile, (copy) => inBrowser(copy, (fresh) => meet(fresh, address, copy, attack)));
    slowest = Math.max(slowest, met.sentence);
    memory = memory === null || met.memory === null ? null : Math.max(memory, met.memory);
  }
  return { files: module.attacks.length, slowest, memory };
}

/**
 * @param {import('./fresh-browser.mjs').Fresh} fresh
 * @param {string} address
 * @param {string} folder for the file
 * @param {import('../../fixtures/attacks.ts').Attack} attack
 */
async function meet({ page, browser }, address, folder, { name, make, sentence }) {
  const file = join(folder, name);
  writeFileSync(file, new Uint8Array(await make().arrayBuffer()));
  await page.goto(address);
  await page.getByRole('treeitem', { name: 'Everyone', exact: true }).click();
  await page.getByRole('link', { name: 'Import users' }).click();
  await page.getByRole('heading', { name: 'Import users to Everyone' }).waitFor();
  await page.evaluate(watchSentence, sentence.source);
  const watch = await watchMemory(browser);
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.waitForFunction(() => 'told' in globalThis);
  const told = await page.evaluate(() => Number(Reflect.get(globalThis, 'told')));
  return { sentence: told, memory: await watch.peakGrowth() };
}

/** Runs in the page: notes the milliseconds from the choice of the file to the sentence. */
function watchSentence(/** @type {string} */ sentence) {
  const expected = new RegExp(sentence);
  let chosen = 0;
  addEventListener('change', () => (chosen = performance.now()), true);
  const look = () => {
    const told = chosen > 0 && expected.test(document.querySelector('main')?.textContent ?? '');
    if (told) Object.assign(globalThis, { told: performance.now() - chosen });
    else requestAnimationFrame(look);
  };
  look();
}
