import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../../.config/static-server.mjs';
import { build, expect, test as base } from './fixtures.ts';
import { goToImport, grid, gridRow, startImport, upload } from './kit/import-page.ts';
import { createGroup, setUp, untilReadyOffline } from './kit/organization.ts';
import { goodAgents, styledWorkbook } from './kit/workbooks.ts';

/** A host of its own, whose build can be exchanged for a newer one. */
const test = base.extend<{ publish: () => Promise<void> }>({
  publish: async ({ page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'muster-versions-'));
    cpSync(build, folder, { recursive: true });
    let host = await serve(folder);
    const { port } = new URL(host.address);
    await page.goto(host.address);
    await untilReadyOffline(page);
    await use(async () => {
      await host.close();
      appendFileSync(join(folder, 'sw.js'), '\n// a newer version\n');
      host = await serve(folder, { port: Number(port) });
    });
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

const lookForNewVersion = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });

const notice = (page: Page) => page.getByText('A new version of Muster is ready.');
const reload = (page: Page) => page.getByRole('button', { name: 'Reload' });

test('a new version waits until the person reloads', async ({ page, publish }) => {
  await setUp(page);
  await page.evaluate(() => (document.body.dataset['version'] = 'old'));
  await publish();
  await lookForNewVersion(page);
  await expect(notice(page)).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-version', 'old');
  await reload(page).click();
  await expect(page.locator('body')).not.toHaveAttribute('data-version', 'old');
  await expect(page.getByRole('tree', { name: 'Organization tree' })).toBeVisible();
  await expect(notice(page)).toBeHidden();
});

test('a new version keeps quiet beside an edited preview, and another tab cannot take it over', async ({
  page,
  context,
  publish
}) => {
  await setUp(page);
  const address = page.url();
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  await upload(page, await styledWorkbook(goodAgents(3)));
  await gridRow(page, 2).getByRole('gridcell', { name: 'agent 1', exact: true }).dblclick();
  const editor = grid(page).getByRole('textbox');
  await editor.fill('Ann');
  await editor.press('Enter');
  await expect(gridRow(page, 2)).toContainText('Ann');

  await publish();
  await lookForNewVersion(page);
  const other = await context.newPage();
  await other.goto(address);
  await expect(notice(other)).toBeVisible();
  await expect(notice(page)).toBeHidden();
  await reload(other).click();
  await expect(other.getByText(/Another tab is importing or has an edited preview/)).toBeVisible();
  await expect(startImport(page)).toHaveText(/3 of 3/);

  await startImport(page).click();
  await expect(page.getByText('3 technicians were imported to Spring')).toBeVisible();
  await expect(notice(page)).toBeVisible();
});
