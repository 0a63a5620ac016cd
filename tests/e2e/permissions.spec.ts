import { expect, test } from './fixtures.ts';
import { createGroup, selectGroup, setUp } from './kit/organization.ts';
import { createPerson, field, grace, save } from './kit/people.ts';

test('a permission set above shows below at once, with where it comes from, down to the technician', async ({
  page,
  context
}) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await createGroup(page, 'Spring', 'Europe');
  await createPerson(page, 'Create technician', 'Spring', grace);
  const below = await context.newPage();
  await below.goto(page.url());
  await below.getByRole('tab', { name: 'Permissions' }).click();
  const row = below.getByRole('row', { name: /Run scripts/ });
  await expect(row).toContainText('Off');

  await selectGroup(page, 'Europe');
  await page.getByRole('tab', { name: 'Permissions' }).click();
  await expect(page.getByRole('rowheader')).toHaveCount(17);
  await field(page, 'Run scripts').selectOption('On');
  await save(page);
  await expect(row).toContainText('On');
  await expect(row).toContainText('Inherited from Europe');

  await selectGroup(page, 'Spring');
  await page.getByRole('tab', { name: 'Permissions' }).click();
  await expect(page.getByRole('rowheader', { name: /Run scripts/ })).toContainText('Inherited from Europe');
  await field(page, 'Run scripts').selectOption('Off');
  await save(page);
  await expect(row).toContainText('Inherited from Spring');

  await selectGroup(page, 'Europe');
  await page.getByRole('tab', { name: 'Permissions' }).click();
  await field(page, 'Lock Run scripts').check();
  await save(page);
  await expect(row).toContainText('Locked at Europe');
  await expect(row).toContainText('On');

  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(row).toContainText('Inherited from Spring');
});

test('permissions are set by keys alone', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await selectGroup(page, 'Europe');
  await page.getByRole('tab', { name: 'Properties' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(field(page, 'Allow chat')).toBeVisible();
  await field(page, 'Allow chat').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Lock Allow chat')).toBeFocused();
  await page.keyboard.press('Space');
  await field(page, 'Allow chat').focus();
  const button = page.getByRole('main').getByRole('button', { name: 'Save changes' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('rowheader', { name: /Allow chat/ })).toContainText('Off · Set and locked here');
});
