import { expect, test } from './fixtures.ts';
import { startImport } from './kit/import-page.ts';
import { createGroup, setUp } from './kit/organization.ts';
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

test('a file from the file manager asks for its kind and its group, and its preview opens', async ({ page }) => {
  // The system's own way in cannot be taken by a test: this stands where the browser would hand over the file.
  await page.addInitScript(
    (text) => {
      const file = new File([text], 'people.csv');
      const setConsumer = (consume: (launch: unknown) => void) =>
        consume({ files: [{ getFile: () => Promise.resolve(file) }] });
      Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
    },
    csvText([technician(1, ''), technician(2, '')])
  );
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
