import { expect, test } from './fixtures.ts';
import { createGroup, node, setUp } from './kit/organization.ts';
import { chooseAction, createPerson, grace, panel } from './kit/people.ts';

test('who was moved by another tab meanwhile is moved again only when the person says so', async ({
  page,
  context
}) => {
  await setUp(page);
  for (const name of ['Asia', 'Europe', 'Oceania']) await createGroup(page, name);
  await createPerson(page, 'Create technician', 'Asia', grace);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(node(other, grace.name)).toBeVisible();

  const dialog = page.getByRole('dialog');
  await chooseAction(page, grace.name, 'Move to…');
  await dialog.getByRole('radio', { name: /Europe/ }).check();
  await node(other, grace.name).dragTo(node(other, 'Oceania'));
  await expect(panel(other)).toContainText('Technician Groups › Oceania');
  await expect(panel(page)).toContainText('Technician Groups › Oceania');

  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Somebody else has moved “Grace Hopper” to Oceania meanwhile.');
  await expect(dialog.getByRole('button', { name: 'Leave it there' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Move all the same' }).click();
  await expect(panel(other)).toContainText('Technician Groups › Europe');
});
