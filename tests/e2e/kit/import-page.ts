import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { selectGroup } from './organization.ts';
import type { Upload } from './workbooks.ts';

/** From the tree to the page Import users of that group. */
export async function goToImport(page: Page, group: string): Promise<void> {
  await selectGroup(page, group);
  // It leads to another page, so it is a link; it looks like the button that it is called.
  await page.getByRole('link', { name: 'Import users' }).click();
  await expect(page.getByRole('heading', { name: `Import users to ${group}` })).toBeVisible();
}

export async function upload(page: Page, file: Upload): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Upload', exact: true }).click()
  ]);
  await chooser.setFiles(file);
}

export const grid = (page: Page) => page.getByRole('grid', { name: 'Rows of the file' });

/** The row that the person's own program gives this number. */
export const gridRow = (page: Page, number: number): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: String(number), exact: true }) });

export const startImport = (page: Page) => page.getByRole('button', { name: /^Start import/ });

/** Starts and waits for the end: the counts of the notice. */
export async function importAll(page: Page): Promise<void> {
  await startImport(page).click();
  await expect(page.getByText(/technicians? (was|were) imported to /)).toBeVisible({ timeout: 60_000 });
}

export async function downloadResult(page: Page): Promise<{ name: string; bytes: Buffer }> {
  return download(page, page.getByRole('button', { name: 'Download result in spreadsheet' }));
}

export async function download(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Counts what the database of this origin holds, whatever the page shows. */
export function countStored(
  page: Page,
  store: 'people' | 'imports' | 'importRows' | 'sealedPasswords'
): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('muster');
        opening.onerror = () => reject(new Error('the database does not open'));
        opening.onsuccess = () => {
          const request = opening.result.transaction(name).objectStore(name).count();
          request.onerror = () => reject(new Error('the store cannot be counted'));
          request.onsuccess = () => {
            opening.result.close();
            resolve(request.result);
          };
        };
      }),
    store
  );
}
