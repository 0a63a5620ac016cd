import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goToImport, startImport, upload } from './kit/import-page.ts';
import { createGroup, node, setUp } from './kit/organization.ts';
import { goodAgents, styledWorkbook } from './kit/workbooks.ts';

test('only the first ready rows of a file are imported, and all others can be put back', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  await upload(
    page,
    await styledWorkbook(goodAgents(40).map((agent, at) => (at === 1 ? { ...agent, password: '' } : agent)))
  );
  await expect(startImport(page)).toHaveText(/39 of 40/);

  await page.getByRole('button', { name: 'Only the first…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import only the first rows' });
  await dialog.getByRole('textbox', { name: 'Rows to import' }).fill('0');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Write a whole number from 1 to 39.');
  await dialog.getByRole('textbox', { name: 'Rows to import' }).fill('12');
  await dialog.getByRole('button', { name: 'Leave out the others' }).click();
  await expect(dialog).toBeHidden();
  await expect(startImport(page)).toHaveText(/12 of 40/);

  await page.getByRole('button', { name: /^Left out/ }).click();
  await page.getByRole('button', { name: 'Put back all 27' }).click();
  await expect(startImport(page)).toHaveText(/39 of 40/);
});

test('a page that waits for an import of another tab says so, and shows when it is written', async ({
  page,
  context
}) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  const other = await context.newPage();
  const release = await holdTheDatabase(page);
  await other.goto('./organization/');
  await expect(other.getByText('An import is being written.')).toBeVisible();
  await release();
  await expect(node(other, 'Spring')).toBeVisible();
});

/** As a commit does: nobody else reads while it writes, and it tells how far it is. */
async function holdTheDatabase(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const channel = new BroadcastChannel('muster-running-import');
        const telling = setInterval(() => channel.postMessage({ groupId: 1, share: 0.5, rows: 1 }), 100);
        let held = true;
        Object.assign(globalThis, {
          release: () => {
            held = false;
            clearInterval(telling);
            channel.postMessage({ groupId: 1, ended: true });
          }
        });
        const opening = indexedDB.open('muster');
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction([...database.objectStoreNames], 'readwrite').objectStore('people');
          const hold = (): void => {
            resolve();
            if (held) store.count().onsuccess = hold;
            else database.close();
          };
          store.count().onsuccess = hold;
        };
      })
  );
  return () => page.evaluate(() => (globalThis as unknown as { release: () => void }).release());
}
