import { expect, test } from './fixtures.ts';
import { createGroup, node, setUp } from './kit/organization.ts';
import { chooseAction, createPerson, grace, panel } from './kit/people.ts';

test('who was moved by another tab meanwhile is moved again only when the person says so', async ({
  page,
  context
}) => {
  await setUp(page);
  for (const name of ['Africa', 'Asia', 'Europe', 'Oceania']) await createGroup(page, name);
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
  const allTheSame = dialog.getByRole('button', { name: 'Move all the same' });
  await expect(allTheSame).toBeVisible();

  // Said of Europe alone: on the way to another target a further move is not overwritten unseen.
  await dialog.getByRole('radio', { name: /Africa/ }).check();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await node(other, grace.name).dragTo(node(other, 'Europe'));
  await expect(panel(page)).toContainText('Technician Groups › Europe');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Somebody else has moved “Grace Hopper” to Europe meanwhile.');
  await allTheSame.click();
  await expect(panel(other)).toContainText('Technician Groups › Africa');
});
