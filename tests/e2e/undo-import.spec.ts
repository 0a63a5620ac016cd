import { expect, test } from './fixtures.ts';
import { countStored } from './kit/import-page.ts';
import { createGroup, node, setUp } from './kit/organization.ts';
import { csv, goToTechnicians, importTechnicians, technician, uploadTechnicians } from './kit/technicians.ts';

test('an import is undone after everybody it concerns was listed', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await createGroup(page, 'Spring');
  await goToTechnicians(page);
  await uploadTechnicians(page, csv([technician(1, '1'), technician(2, '1')], { name: 'first.csv' }));
  await importTechnicians(page);
  await page.getByRole('button', { name: 'Import another file' }).click();
  await uploadTechnicians(
    page,
    csv([technician(1, '2', { Nickname: 'Uno', Password: '' }), technician(3, '1')], { name: 'second.csv' })
  );
  await page.getByLabel('If a person already exists').selectOption({ label: 'Update' });
  await importTechnicians(page);
  expect(await countStored(page, 'people')).toBe(4);

  const open = async (name: string) => {
    await page.getByRole('link', { name: 'Imports', exact: true }).locator('visible=true').first().click();
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Undo import' }).click();
    return page.getByRole('dialog');
  };

  await test.step('people whom a later import changed are kept', async () => {
    const dialog = await open('first.csv');
    await expect(dialog).toContainText('1 technician is removed');
    await expect(dialog).toContainText('1 technician is kept as is');
    await expect(dialog).toContainText('Person 1: changed since the import');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    expect(await countStored(page, 'people')).toBe(4);
  });

  await test.step('who was created goes, who was changed is as before', async () => {
    const dialog = await open('second.csv');
    await expect(dialog).toContainText('1 technician is removed');
    await expect(dialog).toContainText('Person 3');
    await expect(dialog).toContainText('1 technician gets the former values back');
    const restored = dialog.getByRole('listitem').filter({ hasText: 'Person 1' }).first().getByRole('listitem');
    await expect(restored).toHaveText([/Nickname.*Uno.*P1/, /Group.*Spring.*Europe/]);
    await dialog.getByRole('button', { name: 'Undo import' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/Undone on .* by Ada Lovelace/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Undo import' })).toHaveCount(0);
    expect(await countStored(page, 'people')).toBe(3);
  });

  await test.step('the history says so, and its filters find it', async () => {
    await page.getByRole('link', { name: 'All imports' }).click();
    await page.getByRole('button', { name: 'Undone 1' }).click();
    await expect(page.getByRole('list', { name: 'Imports' }).getByRole('listitem')).toHaveCount(1);
    await page.getByRole('button', { name: 'All 2' }).click();
    await page.getByLabel('Search imports').fill('FIRST');
    await expect(page.getByRole('list', { name: 'Imports' }).getByRole('listitem')).toHaveCount(1);
  });

  await page.getByRole('link', { name: 'Organization', exact: true }).locator('visible=true').first().click();
  await expect(node(page, 'Spring')).toBeVisible();
});
