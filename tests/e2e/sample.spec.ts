import { expect, test } from './fixtures.ts';
import { expectNothingForAxe } from './kit/accessibility.ts';
import { countStored } from './kit/import-page.ts';
import { exploreSample, node, signOut } from './kit/organization.ts';

test('the sample is filled, marked on every page, entered again without a password, and gone in one click', async ({
  page,
  context
}) => {
  await exploreSample(page);
  const banner = page.getByRole('region', { name: 'Sample organization' });
  await expect(banner).toBeVisible();
  expect(await countStored(page, 'people')).toBeGreaterThan(250);
  await expectNothingForAxe(page, 'the sample');

  await page.getByRole('link', { name: 'Imports', exact: true }).first().click();
  await expect(banner).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();

  await signOut(page);
  await expect(page.getByRole('button', { name: 'Go into the sample' })).toBeVisible();
  await expectNothingForAxe(page, 'sign-in of the sample');
  await page.getByRole('button', { name: 'Go into the sample' }).click();
  await expect(banner).toBeVisible();

  const other = await context.newPage();
  await other.goto('./');
  await expect(other.getByRole('button', { name: 'Go into the sample' })).toBeVisible();
  await banner.getByRole('button', { name: 'Remove sample' }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: 'Set up your organization' })).toBeVisible();
  }
  expect(await countStored(page, 'people')).toBe(0);
  await expect(node(page, 'Contractors')).toHaveCount(0);
});
