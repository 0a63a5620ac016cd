import { expect, test } from './fixtures.ts';
import { createGroup, node, selectGroup, setUp } from './kit/organization.ts';

test('what one tab changes shows in the other at once, and nothing newer is overwritten', async ({ page, context }) => {
  await setUp(page);
  const other = await context.newPage();
  await other.goto('./organization/');
  await createGroup(page, 'Spring');
  await expect(node(other, 'Spring')).toBeVisible();

  await selectGroup(page, 'Spring');
  await selectGroup(other, 'Spring');
  await page.getByRole('textbox', { name: 'Group name' }).fill('Autumn');
  await other.getByRole('textbox', { name: 'Group name' }).fill('Winter');
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(node(page, 'Winter')).toBeVisible();
  // What is being typed here stays, and does not silently win.
  await expect(page.getByRole('textbox', { name: 'Group name' })).toHaveValue('Autumn');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const choice = page.getByRole('alert').filter({ hasText: 'Somebody else has changed the same fields' });
  await expect(choice).toContainText('Winter');
  await expect(node(other, 'Winter')).toBeVisible();

  await node(other, 'Winter').focus();
  await other.keyboard.press('Delete');
  await expect(node(page, 'Winter')).toHaveCount(0);
});
