import { fillOrganization } from '../made-up-organization.mjs';
import { inBrowser, temporaryFolder } from './fresh-browser.mjs';

/** More than any file of the bench has. */
const ROW_LIMIT = 2_000_000;

/**
 * A browser profile in which the organization is set up and its founder stays signed in, with the group Everyone and
 * with technicians files allowed to be long; everything that the product keeps for offline use is there.
 * @param {string} address of the product
 * @param {{ groups: number, people: number }} [made] fills it with so many, instead of the one group
 * @returns {Promise<string>} its folder
 */
export async function prepareProfile(address, made) {
  const profile = temporaryFolder();
  await inBrowser(profile, async ({ page }) => {
    await page.goto(address);
    await page.getByLabel('Organization name').fill('Bench');
    await page.getByLabel('Your name').fill('Ada Lovelace');
    await page.getByLabel('Email').fill('ada@example.com');
    await page.getByLabel('Password', { exact: true }).fill('Sample1%');
    await page.getByRole('button', { name: 'Create organization' }).click();
    await page.getByRole('tree', { name: 'Organization tree' }).waitFor();
    await raiseLimit(page);
    if (made) await page.evaluate(fillOrganization, made);
    else await createGroup(page);
    await page.waitForFunction(async () => {
      await navigator.serviceWorker.ready;
      return navigator.serviceWorker.controller !== null;
    });
  });
  return profile;
}

/** @param {import('@playwright/test').Page} page */
async function raiseLimit(page) {
  await page.getByRole('link', { name: 'Global Settings' }).first().click();
  await page.getByLabel('Rows allowed in one technicians file').fill(String(ROW_LIMIT));
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Global settings saved.').waitFor();
}

/** @param {import('@playwright/test').Page} page */
async function createGroup(page) {
  await page.getByRole('link', { name: 'Organization', exact: true }).first().click();
  await page.getByRole('button', { name: 'Create group' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create group' });
  await dialog.getByRole('textbox', { name: 'Group name' }).fill('Everyone');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}
