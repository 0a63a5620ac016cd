import { expect, test } from './fixtures.ts';
import { goToImport, importAll, upload } from './kit/import-page.ts';
import { askForNothing, askForNothingFirst, askForNothingOfHalf } from './kit/not-found.ts';
import { createGroup, selectGroup, setUp, untilReadyOffline } from './kit/organization.ts';
import { goodAgents, styledWorkbook } from './kit/workbooks.ts';

test.use({ folder: '/tools/muster' });

test('one build runs from any folder of a host, links, reloads and offline included', async ({
  page,
  context,
  appURL
}) => {
  expect(appURL).toMatch(/\/tools\/muster\/$/);
  await page.goto('./');
  await untilReadyOffline(page);
  await setUp(page);
  await createGroup(page, 'Spring');
  expect(page.url()).toContain('/tools/muster/organization/');
  await context.setOffline(true);
  await goToImport(page, 'Spring');
  await page.reload();
  await upload(page, await styledWorkbook(goodAgents(3)));
  await importAll(page);
  await page.getByRole('link', { name: 'Organization', exact: true }).first().click();
  await selectGroup(page, 'Spring');
  await expect(page.getByText('3 technicians were imported.')).toBeVisible();
});

test('what can be installed there starts there', async ({ page, appURL }) => {
  await page.goto('./');
  await expect(page).toHaveURL(/set-up/);
  const address = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
  expect(address).toBe(`${appURL}manifest.webmanifest`);
  const manifest = (await (await page.request.get(address)).json()) as {
    start_url: string;
    scope: string;
    icons: { src: string }[];
  };
  expect(new URL(manifest.start_url, address).href).toBe(appURL);
  expect(new URL(manifest.scope, address).href).toBe(appURL);
  for (const { src } of manifest.icons) {
    expect((await page.request.get(new URL(src, address).href)).ok()).toBe(true);
  }
});

test('an address that is none says so there, with and without a network', async ({ page, context, appURL }) => {
  await askForNothing(page, context, appURL);
});

test('an address that is none says so at the very first visit too', async ({ browser, appURL }) => {
  await askForNothingFirst(browser, appURL);
});

test('an address that is none says so where only half of the app was put there', async ({ browser, appURL }) => {
  await askForNothingOfHalf(browser, appURL);
});
