import { expect, test } from './fixtures.ts';
import { gridRow, startImport } from './kit/import-page.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { csv, goToTechnicians, importTechnicians, technician, uploadTechnicians } from './kit/technicians.ts';

test.beforeEach(async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await createGroup(page, 'Spring');
  await goToTechnicians(page);
  await uploadTechnicians(page, csv([technician(1, '1'), technician(2, '1'), technician(3, '1')]));
  await importTechnicians(page);
  await page.getByRole('button', { name: 'Import another file' }).click();
  await uploadTechnicians(
    page,
    csv([
      technician(1, '2', { Nickname: 'Uno', Password: '' }),
      technician(2, '1', { Password: '' }),
      technician(9, '1')
    ])
  );
});

test('people who exist are a problem, unless they are to be updated: old and new stand in each cell', async ({
  page
}) => {
  await expect(gridRow(page, 2)).toContainText('already belongs to Person 1');
  await expect(startImport(page)).toHaveText('Start import (1 of 3)');

  await page.getByLabel('If a person already exists').selectOption({ label: 'Update' });
  await expect(startImport(page)).toHaveText('Start import (2 of 3, 1 updated)');
  await expect(gridRow(page, 2).locator('del').first()).toHaveText('P1');
  await expect(gridRow(page, 2).locator('ins').first()).toHaveText('Uno');
  await expect(gridRow(page, 2)).toContainText('moved to Spring');
  await expect(gridRow(page, 2).locator('del').last()).toHaveText('Europe');
  await expect(gridRow(page, 2).locator('ins').last()).toHaveText('Spring');
  await expect(gridRow(page, 3)).toContainText('nothing changes');
  await page.getByRole('button', { name: 'Updated 1' }).click();
  await expect(gridRow(page, 4)).toHaveCount(0);

  await importTechnicians(page);
  await expect(page.getByText('1 technician was updated.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Rows and outcomes' })).toContainText('Updated: Nickname');
});

test('people who exist can be left out', async ({ page }) => {
  await page.getByLabel('If a person already exists').selectOption({ label: 'Leave out' });
  await expect(startImport(page)).toHaveText('Start import (1 of 3)');
  await expect(gridRow(page, 2)).toContainText('Left out');
});

test('what was changed in the preview stays when people who exist are to be updated, or another group is chosen', async ({
  page
}) => {
  await page.getByRole('button', { name: 'Leave out row 4' }).click();
  const nickname = gridRow(page, 2).getByRole('gridcell').nth(1);
  await nickname.dblclick();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Eins');
  await page.keyboard.press('Enter');
  await expect(nickname).toContainText('Eins');

  const existing = page.getByLabel('If a person already exists');
  await existing.selectOption({ label: 'Update' });
  await expect(startImport(page)).toHaveText('Start import (1 of 3, 1 updated)');
  await expect(gridRow(page, 2).locator('ins').first()).toHaveText('Eins');
  await expect(gridRow(page, 4)).toContainText('Left out');

  await page.getByRole('combobox', { name: 'Search technician group…' }).fill('spr');
  await page.getByRole('option', { name: /Spring/ }).click();
  await expect(startImport(page)).toHaveText('Start import (2 of 3, 2 updated)');
  await expect(gridRow(page, 3)).toContainText('moved to Spring');
  await expect(gridRow(page, 2).locator('ins').first()).toHaveText('Eins');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await importTechnicians(page);
  await expect(page.getByText('2 technicians were updated.')).toBeVisible();
});

test('what was changed in the preview is not thrown away by reading the file in another way without asking', async ({
  page
}) => {
  await page.getByRole('button', { name: 'Leave out row 4' }).click();
  await expect(startImport(page)).toBeDisabled();
  const separator = page.getByLabel('Separator');
  const detected = await separator.locator('option:checked').textContent();
  await separator.selectOption({ label: 'Semicolon' });
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(separator.locator('option:checked')).toHaveText(detected ?? '');
  await expect(gridRow(page, 4)).toContainText('Left out');
});
