import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { goToImport, startImport, upload } from './kit/import-page.ts';
import { csv, technician } from './kit/technicians.ts';

const rows = Array.from({ length: 5_000 }, (_, at) => technician(at + 1, ''));
const agents = rows.map(({ Name, Email, Password }) => [Name, Email, Password].join(',')).join('\r\n');
const agentsFile = { ...csv([]), name: 'agents.csv', buffer: Buffer.from(`Name,Email,Password\r\n${agents}`) };

test('of a long import only the rows in sight are ever drawn, whatever becomes of the window', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  await page.evaluate(countRows);
  await upload(page, agentsFile);
  await expect(startImport(page)).toHaveText(/5,000 of 5,000/);
  await narrowAndWiden(page);
  await startImport(page).click();
  await expect(page.getByText('5,000 technicians were imported to Spring')).toBeVisible();

  await page.getByRole('link', { name: 'Imports', exact: true }).click();
  await page.getByRole('link', { name: 'agents.csv' }).click();
  await expect(page.getByRole('table', { name: 'Rows and outcomes' }).getByRole('row').nth(5)).toBeVisible();
  await narrowAndWiden(page);
  expect(await page.evaluate(() => (globalThis as { mostRows?: number }).mostRows)).toBeLessThan(150);
});

async function narrowAndWiden(page: Page): Promise<void> {
  await page.setViewportSize({ width: 375, height: 740 });
  await expect(page.locator('.cards')).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.locator('.cards')).toHaveCount(0);
}

/** Runs in the page: notes the most rows that were there at once. */
function countRows() {
  const page = globalThis as { mostRows?: number };
  page.mostRows = 0;
  new MutationObserver(() => {
    const now = document.querySelectorAll('main [role="row"]').length;
    page.mostRows = Math.max(page.mostRows ?? 0, now);
  }).observe(document.body, { subtree: true, childList: true });
}
