import { expect, test } from './fixtures.ts';
import { createGroup, exploreSample, selectGroup, setUp } from './kit/organization.ts';

test.use({ contextOptions: { forcedColors: 'active' } });

const lineBelow = (element: Element) => getComputedStyle(element).borderBlockEndColor;

test('in forced colors one can see which page and which tab is open', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await selectGroup(page, 'Europe');
  const ways = page.getByRole('navigation', { name: 'Main' }).first().getByRole('link');
  expect(await ways.nth(0).evaluate(lineBelow)).not.toBe(await ways.nth(1).evaluate(lineBelow));
  const tab = (name: string) => page.getByRole('tab', { name }).evaluate(lineBelow);
  expect(await tab('Properties')).not.toBe(await tab('Permissions'));
});

test('in forced colors the bars of the imports over time are there', async ({ page }) => {
  await exploreSample(page);
  await page.getByRole('link', { name: 'Imports', exact: true }).first().click();
  const chart = page.getByRole('figure', { name: 'Rows by outcome over time' });
  const ground = await chart.evaluate((element) => getComputedStyle(element).backgroundColor);
  const parts = chart.locator('.bar span');
  await expect(parts.first()).toBeVisible();
  for (const part of await parts.all())
    expect(await part.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(ground);
});
