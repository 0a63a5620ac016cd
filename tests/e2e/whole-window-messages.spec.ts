import { expect, test } from './fixtures.ts';
import { expectNothingForAxe } from './kit/accessibility.ts';
import { setUp } from './kit/organization.ts';

test('a database that a newer Muster made, and an address that is none, are told in a sentence with a way on', async ({
  page
}) => {
  await setUp(page);
  const look = async (heading: string, way: 'Reload' | 'Go to the organization') => {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByRole('button', { name: way }).or(page.getByRole('link', { name: way }))).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNothingForAxe(page, `${heading} in ${colorScheme}`);
    }
  };
  await page.goto('./not-found/');
  await look('There is no such page', 'Go to the organization');
  await page.getByRole('link', { name: 'Go to the organization' }).click();
  await expect(page.getByRole('tree', { name: 'Organization tree' })).toBeVisible();

  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('muster', 9990);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(new Error('not opened'));
      })
  );
  await look('Muster was updated in another tab', 'Reload');
  await page.reload();
  await look('This data belongs to a newer Muster', 'Reload');
});
