import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { setUp, untilReadyOffline } from './organization.ts';

/** Asks for addresses that are none, with and without a network, and comes back to the organization each time. */
export async function askForNothing(page: Page, context: BrowserContext, appURL: string): Promise<void> {
  await page.goto('./');
  await untilReadyOffline(page);
  await setUp(page);
  for (const offline of [false, true]) {
    await context.setOffline(offline);
    for (const path of ['nowhere', 'organization/nowhere/', 'nowhere/at/all.html?select=group-1']) {
      await page.goto(new URL(path, appURL).href);
      await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
      expect(page.url()).toContain(appURL);
    }
    await page.getByRole('link', { name: 'Go to the organization' }).click();
    await expect(page.getByRole('tree', { name: 'Organization tree' })).toBeVisible();
  }
}

/** Half a deployment: the app's manifest is there, its page for wrong addresses is not. */
export async function askForNothingOfHalf(browser: Browser, appURL: string): Promise<void> {
  // A browser profile of its own: that the host says 404 is no error here.
  const page = await browser.newPage();
  const nothing = await (await page.request.get(new URL('nowhere', appURL).href)).text();
  await page.route('**/not-found/', (route) => route.fulfill({ status: 404, contentType: 'text/html', body: nothing }));
  await page.goto(new URL('nowhere/at/all', appURL).href);
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  expect(page.url()).toBe(new URL('not-found/', appURL).href);
  await page.close();
}

/** The very first visit, by a wrong address: no service worker answers yet. */
export async function askForNothingFirst(browser: Browser, appURL: string): Promise<void> {
  // A browser profile of its own: that the host says 404 is no error here.
  const page = await browser.newPage();
  await page.goto(new URL('nowhere/at/all', appURL).href);
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  expect(page.url()).toBe(new URL('not-found/', appURL).href);
  await page.getByRole('link', { name: 'Go to the organization' }).click();
  await expect(page.getByRole('heading', { name: 'Set up your organization' })).toBeVisible();
  await page.close();
}
