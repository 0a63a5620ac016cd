import { expect, test } from './fixtures.ts';
import { fillOrganization } from '../bench/made-up-organization.mjs';
import { node, setUp } from './kit/organization.ts';

test('groups and people are found by any part of name, nickname, email or ID, in place with what leads to them', async ({
  page
}) => {
  await setUp(page);
  await page.evaluate(fillOrganization, { groups: 200, people: 4000 });
  await page.reload();
  const search = page.getByRole('searchbox', { name: 'Search the organization' });
  const tree = page.getByRole('tree', { name: 'Organization tree' });
  const found = page.getByRole('status').filter({ hasText: / found|are shown/ });

  await search.fill('agent.3999@');
  await expect(found).toHaveText('1 found');
  const person = tree.getByRole('treeitem').last();
  const name = (await person.getAttribute('aria-label')) ?? '';
  const levels = await tree
    .getByRole('treeitem')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-level')));
  expect(levels.map(Number)).toEqual(Array.from({ length: levels.length }, (_, at) => at + 1));

  await search.fill('desk 3999');
  await expect(found).toHaveText('1 found');
  await expect(tree.getByRole('treeitem').last()).toHaveAccessibleName(name);
  await search.fill('kovacs');
  await expect(found).toHaveText(/found|The first 200 of \d+ are shown/);
  await expect(tree.getByRole('treeitem', { name: /Kovács/ }).first()).toBeVisible();
  await search.fill('137');
  await expect(tree.getByRole('treeitem', { name: / 137$/ })).toBeVisible();
  await search.fill('nobody has this');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  const [field, pick] = await Promise.all([
    search.boundingBox(),
    page.getByRole('button', { name: 'Select several' }).boundingBox()
  ]);
  expect(Math.abs((field?.y ?? 0) - (pick?.y ?? Infinity)), 'they stay in one line').toBeLessThan(4);

  await test.step('the end of a search shows what was selected in it where it is', async () => {
    await search.fill('agent.3999@');
    await expect(found).toHaveText('1 found');
    await person.click();
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
    await search.press('Escape');
    await expect(search).toHaveValue('');
    await expect(tree.locator('[aria-selected="true"]')).toHaveAccessibleName(name);
    await expect(tree.locator('[aria-selected="true"]')).toBeInViewport();
  });

  await test.step('an address opens the tree at its person', async () => {
    const address = page.url();
    await page.evaluate(() => localStorage.clear());
    await page.goto(address);
    await expect(tree.locator('[aria-selected="true"]')).toBeInViewport();
    await expect(tree.locator('[aria-selected="true"]')).toHaveAccessibleName(name);
  });

  await test.step('what is open stays open', async () => {
    await page.goto('./organization/');
    const first = tree.getByRole('treeitem', { level: 3 }).first();
    const label = (await first.getAttribute('aria-label')) ?? '';
    const before = await first.getAttribute('aria-expanded');
    await first.dblclick();
    await expect(first).not.toHaveAttribute('aria-expanded', before ?? '');
    const after = (await first.getAttribute('aria-expanded')) ?? '';
    await page.goto('./organization/');
    await expect(node(page, label)).toHaveAttribute('aria-expanded', after);
  });
});
