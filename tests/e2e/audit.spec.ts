import { expect, test } from './fixtures.ts';
import { expectNothingForAxe, overflowsSideways } from './kit/accessibility.ts';
import { download } from './kit/import-page.ts';
import { createGroup, founder, setUp } from './kit/organization.ts';

test('the audit trail says who did what, can be filtered, and leaves as CSV without a password', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await createGroup(page, '=SUM(1)');
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Audit trail' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit trail' })).toBeVisible();
  const entry = (text: string) => page.getByRole('row').filter({ hasText: text });
  await expect(entry('Group created')).toHaveCount(2);
  await expect(entry('Spring')).toContainText(founder.name);
  await expect(entry('Organization set up')).toHaveCount(1);

  await page.getByRole('searchbox', { name: 'Search the trail' }).fill('sPRing');
  await expect(page.getByRole('status').filter({ hasText: /entr/ })).toHaveText('1 entry');
  await page.getByRole('searchbox', { name: 'Search the trail' }).fill('');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Group created');
  await expect(page.getByRole('status').filter({ hasText: /entr/ })).toHaveText('2 entries');

  const { name, bytes } = await download(page, page.getByRole('button', { name: 'Export as CSV' }));
  expect(name).toMatch(/^audit-trail-\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = bytes.toString('utf8').trimEnd().split('\r\n');
  expect(lines[0]).toBe('\ufeffWhen,Who,What,Whom or what,Details');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(`,${founder.name},Group created,'=SUM(1),`);
  expect(bytes.toString('utf8')).not.toContain(founder.password);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectNothingForAxe(page, `audit trail in ${colorScheme}`);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflowsSideways(page)).toBe(false);
});
