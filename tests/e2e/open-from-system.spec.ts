import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { startImport } from './kit/import-page.ts';
import { createGroup, founder, setUp, signIn, signOut } from './kit/organization.ts';
import { csvText, technician } from './kit/technicians.ts';

test('the manifest takes spreadsheets, CSV and JSON from the file manager', async ({ page }) => {
  await page.goto('./');
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    return (await fetch(link?.href ?? '')).json() as Promise<{
      file_handlers: { action: string; accept: Record<string, string[]> }[];
    }>;
  });
  const handled = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat());
  expect(handled).toEqual(expect.arrayContaining(['.xlsx', '.csv', '.json']));
});

/** The system's own way in cannot be taken by a test: this stands where the browser would hand over the file. */
async function launchWith(page: Page, name: string, text: string): Promise<void> {
  await page.addInitScript(
    ([fileName, content]) => {
      const file = new File([content], fileName);
      const setConsumer = (consume: (launch: unknown) => void) =>
        consume({ files: [{ getFile: () => Promise.resolve(file) }] });
      Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
    },
    [name, text] as const
  );
}

test('a file from the file manager asks for its kind and its group, and its preview opens', async ({ page }) => {
  await launchWith(page, 'people.csv', csvText([technician(1, ''), technician(2, '')]));
  await setUp(page);
  await createGroup(page, 'Europe');
  await page.goto('./open/');
  await expect(page.getByRole('heading', { name: 'people.csv' })).toBeVisible();
  await expect(page.getByLabel('Kind').locator('option:checked')).toHaveText('Technicians file');
  await page.getByRole('combobox', { name: 'Search technician group…' }).fill('eur');
  await page.getByRole('option', { name: 'Europe' }).click();
  await page.getByRole('button', { name: 'Show the preview' }).click();
  await expect(page.getByRole('heading', { name: 'Import technicians' })).toBeVisible();
  await expect(startImport(page)).toHaveText('Start import (2 of 2)');
});

test('a file that is opened by someone signed out waits for the sign-in', async ({ page }) => {
  await launchWith(page, 'agents.json', JSON.stringify([{ Name: 'A', Email: 'a@example.org', Password: 'Sample1%' }]));
  await setUp(page);
  await createGroup(page, 'Europe');
  await signOut(page);
  await page.goto('./open/');
  await signIn(page, founder.email, founder.password);
  await expect(page.getByRole('heading', { name: 'agents.json' })).toBeVisible();
  await page.getByLabel('Kind').selectOption({ label: 'Agents workbook' });
  const goOn = page.getByRole('button', { name: 'Show the preview' });
  await expect(goOn).toBeDisabled();
  await page.getByRole('combobox', { name: 'Search technician group…' }).fill('1');
  await page.getByRole('option', { name: 'Europe' }).click();
  await goOn.click();
  await expect(page.getByRole('heading', { name: 'Import users to Europe' })).toBeVisible();
  await expect(startImport(page)).toHaveText('Start import (1 of 1)');
});

test('the installed app asks no host for a shared file, and the page for opened files says how to do without', async ({
  page
}) => {
  await setUp(page);
  await page.goto('./open/');
  await expect(page.getByRole('heading', { name: 'No file was opened' })).toBeVisible();
  await expect(page.getByText('share sheet')).toBeVisible();
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    return (await fetch(link?.href ?? '')).json() as Promise<object>;
  });
  expect(manifest).not.toHaveProperty('share_target');
  expect(manifest).toMatchObject({ launch_handler: { client_mode: 'navigate-new' } });
});
