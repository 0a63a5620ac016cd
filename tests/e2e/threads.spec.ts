import type { Browser } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { downloadResult, goToImport, importAll, startImport, upload } from './kit/import-page.ts';
import { createGroup, setUp, untilReadyOffline } from './kit/organization.ts';
import { goodAgents, openWorkbook, styledWorkbook } from './kit/workbooks.ts';

/** Enough for parts that are worth a thread of their own, and for a while to cancel in. */
const MANY = 30_000;
const FEW = 12;

test('a large workbook is imported and its result made without a network, where both threads start', async ({
  page,
  context,
  browser
}) => {
  await page.goto('./');
  await untilReadyOffline(page);
  await context.setOffline(true);
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  await upload(page, await styledWorkbook(goodAgents(MANY)));
  await expect(startImport(page)).toHaveText(/30,000 of 30,000/);
  await importAll(page);
  const sheet = await openWorkbook((await downloadResult(page)).bytes);
  expect(sheet.getCell(`D${MANY + 1}`).text).toBe('Created');
  expect(await importThreads(browser)).toEqual(['import-worker', 'inflating-worker']);
});

test('a file that is cancelled leaves no thread, and the next one is read at once', async ({ page, browser }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  await page.evaluate(cancelWhenReading);
  await upload(page, await styledWorkbook(goodAgents(MANY)));
  await expect(page.getByText('cancelled by the test')).toBeAttached();
  await expect(page.getByRole('button', { name: 'Upload', exact: true })).toBeVisible();
  await expect.poll(() => importThreads(browser)).toEqual([]);

  await upload(page, await styledWorkbook(goodAgents(FEW), 'next.xlsx'));
  await expect(startImport(page)).toHaveText(/12 of 12/);
  await importAll(page);
  const sheet = await openWorkbook((await downloadResult(page)).bytes);
  expect(sheet.getCell('D13').text).toBe('Created');
  expect(await importThreads(browser)).toEqual(['import-worker', 'inflating-worker']);
});

/** The threads that read files, by the names of their scripts. */
async function importThreads(browser: Browser): Promise<readonly string[]> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'worker' }] });
  await session.detach();
  const names = targetInfos.map(({ url }) => /(import|inflating)-worker/.exec(url)?.[0] ?? '');
  return names.filter((name) => name !== '').sort();
}

/** Runs in the page: clicks Cancel as soon as there is one, and says so. */
function cancelWhenReading(): void {
  const observer = new MutationObserver(() => {
    const cancel = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Cancel');
    if (!cancel) return;
    observer.disconnect();
    cancel.click();
    document.body.append(Object.assign(document.createElement('i'), { textContent: 'cancelled by the test' }));
  });
  observer.observe(document.body, { subtree: true, childList: true });
}
