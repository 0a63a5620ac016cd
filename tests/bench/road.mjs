import { expect } from '@playwright/test';
import { watchMemory } from './memory.mjs';

/**
 * Walks the product's own road with a workbook, as a person would, and notes when what is seen.
 * @param {import('@playwright/test').Browser} browser a fresh one
 * @param {string} address of the product
 * @param {string} workbook path
 * @param {number} rows
 */
export async function measureRoad(browser, address, workbook, rows) {
  const page = await browser.newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(address);
  await setUp(page);
  await page.evaluate(watch);
  const memory = await watchMemory(browser);

  await page.locator('input[type="file"]').setInputFiles(workbook);
  const start = page.getByRole('button', { name: /^Start import/ });
  await expect(start).toBeEnabled({ timeout: 300_000 });
  await expect(start).toContainText(new Intl.NumberFormat('en').format(rows));
  const previewMemory = await memory.peakGrowth();
  await start.click();
  await expect(page.getByText(/technicians were imported to/)).toBeVisible({ timeout: 600_000 });
  await page.getByRole('button', { name: 'Download result in spreadsheet' }).click();
  await page.waitForFunction(() => 'result' in /** @type {any} */ (globalThis).seen);

  const { seen, blocked } = await page.evaluate(() => {
    const { seen, blocked } = /** @type {any} */ (globalThis);
    return { seen, blocked };
  });
  return {
    firstRow: seen.firstRow - seen.chosen,
    fullPreview: seen.fullPreview - seen.chosen,
    commit: seen.committed - seen.started,
    result: seen.result - seen.asked,
    longestBlocked: blocked.reading,
    longestBlockedCommitting: blocked.committing,
    memory: previewMemory,
    memoryToTheEnd: await memory.peakGrowth()
  };
}

/** @param {import('@playwright/test').Page} page */
async function setUp(page) {
  await page.getByLabel('Organization name').fill('Bench');
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('Email').fill('ada@example.com');
  await page.getByLabel('Password', { exact: true }).fill('Sample1%');
  await page.getByRole('button', { name: 'Create organization' }).click();
  await page.getByRole('button', { name: 'Create group' }).click();
  await page.getByRole('textbox', { name: 'Group name' }).fill('Everyone');
  await page.keyboard.press('Enter');
  await page.getByRole('treeitem', { name: 'Everyone', exact: true }).click();
  await page.getByRole('link', { name: 'Import users' }).click();
  await page.getByRole('button', { name: 'Upload', exact: true }).waitFor();
}

/** Runs in the page: notes the first moment at which each thing is there, and the longest task of each part. */
function watch() {
  const seen = /** @type {Record<string, number>} */ ({});
  const blocked = { reading: 0, committing: 0 };
  Object.assign(globalThis, { seen, blocked });
  const note = (/** @type {string} */ name) => (seen[name] ??= performance.now());

  addEventListener('change', () => note('chosen'), true);
  addEventListener(
    'click',
    ({ target }) => {
      const label = target instanceof Element ? (target.closest('button')?.textContent ?? '') : '';
      if (label.includes('Start import')) note('started');
      if (label.includes('Download result')) note('asked');
    },
    true
  );
  new MutationObserver(() => {
    if (!seen['firstRow'] && document.querySelector('[role="grid"] [role="rowheader"]')?.textContent) note('firstRow');
    const start = [...document.querySelectorAll('button')].find((button) =>
      button.textContent.includes('Start import')
    );
    if (!seen['fullPreview'] && start && !start.disabled) note('fullPreview');
    if (seen['started'] && !seen['committed'] && document.body.textContent.includes('technicians were imported to'))
      note('committed');
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    if (seen['asked']) note('result');
    return createObjectURL(object);
  };
  new PerformanceObserver((list) => {
    const part = seen['started'] ? 'committing' : 'reading';
    for (const { duration } of list.getEntries()) blocked[part] = Math.max(blocked[part], duration);
  }).observe({ type: 'longtask' });
}
