import { expect, test } from './fixtures.ts';
import { expectNothingForAxe } from './kit/accessibility.ts';
import { createGroup, node, setUp } from './kit/organization.ts';
import { alan, createPerson, grace } from './kit/people.ts';

test.use({ hasTouch: true });

test('several are picked by touch, moved, disabled and deleted together, and nothing is opened meanwhile', async ({
  page
}) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await createGroup(page, 'Asia');
  await createPerson(page, 'Create technician', 'Europe', grace);
  await createPerson(page, 'Create technician', 'Europe', alan);
  await page.setViewportSize({ width: 375, height: 720 });
  await page.getByRole('link', { name: 'Organization tree', exact: true }).tap();
  await expect(page).toHaveURL(/organization\/$/);
  const pick = page.getByRole('button', { name: 'Select several' });
  const toastButton = page.getByRole('button', { name: 'Undo' });
  const act = async (action: string) => {
    await page.getByRole('button', { name: 'Actions', exact: true }).tap();
    await page.getByRole('menuitem', { name: action, exact: true }).tap();
  };
  const pickBoth = async () => {
    await pick.tap();
    await node(page, grace.name).tap();
    await node(page, alan.name).tap();
    await expect(page.getByRole('status').filter({ hasText: '2 people selected' })).toBeVisible();
  };

  await test.step('a second tap takes one away, Done ends it', async () => {
    await pick.tap();
    await expect(pick).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText('Press the rows to select.')).toBeVisible();
    await node(page, grace.name).tap();
    await expect(node(page, grace.name)).toHaveAttribute('aria-selected', 'true');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNothingForAxe(page, `picking in ${colorScheme}`);
    }
    await node(page, grace.name).tap();
    await expect(node(page, grace.name)).toHaveAttribute('aria-selected', 'false');
    await expect(page).toHaveURL(/organization\/$/);
    await page.getByRole('button', { name: 'Done' }).tap();
    await expect(pick).toHaveAttribute('aria-pressed', 'false');
  });

  await pickBoth();
  await act('Move to…');
  await page.getByRole('dialog').getByText('Asia').tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).tap();
  await expect(page.getByText('2 people moved to Asia.')).toBeVisible();
  await expect(pick).toHaveAttribute('aria-pressed', 'false');
  await toastButton.tap();
  await expect(page.getByText('Undone')).toBeVisible();

  await pickBoth();
  await act('Disable');
  for (const { name } of [grace, alan]) await expect(node(page, name)).toHaveAttribute('aria-description', /Disabled/);

  await page.getByRole('button', { name: 'Done' }).tap();
  await pickBoth();
  await act('Delete');
  for (const { name } of [grace, alan]) await expect(node(page, name)).toHaveCount(0);
  await toastButton.tap();
  for (const { name } of [grace, alan]) await expect(node(page, name)).toBeVisible();
});
