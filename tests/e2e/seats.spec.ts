import { expect, test } from './fixtures.ts';
import { createGroup, node, setUp } from './kit/organization.ts';
import { alan, chooseAction, createPerson, field, grace, panel, save } from './kit/people.ts';

test('where no seat is left, giving a licence or enabling says so before and when it is tried', async ({ page }) => {
  const sentence = 'No seat of the Standard License is left.';
  await setUp(page);
  await createGroup(page, 'Spring');
  await createPerson(page, 'Create technician', 'Spring', grace);
  await createPerson(page, 'Create technician', 'Spring', alan);
  await field(page, 'Enabled').uncheck();
  await save(page);
  await expect(node(page, alan.name)).toHaveAttribute('aria-description', /Disabled/);
  await page.getByRole('link', { name: 'Global Settings' }).first().click();
  await field(page, 'Standard License seats').fill('1');
  await save(page);
  await expect(page.getByText('1 of 1 seats taken')).toBeVisible();
  await page.getByRole('link', { name: 'Organization', exact: true }).first().click();

  await test.step('enabling on the Configuration page', async () => {
    await node(page, alan.name).click();
    await field(page, 'Enabled').check();
    await expect(panel(page).getByRole('alert')).toHaveText(sentence);
    await save(page);
    await expect(field(page, 'Enabled')).toBeFocused();
    await expect(node(page, alan.name)).toHaveAttribute('aria-description', /Disabled/);
    await field(page, 'Standard License').uncheck();
    await expect(panel(page).getByRole('alert')).toHaveCount(0);
    await save(page);
    await expect(node(page, alan.name)).not.toHaveAttribute('aria-description', /Disabled/);
  });

  await test.step('licensing on the Configuration page', async () => {
    await field(page, 'Standard License').check();
    await expect(panel(page).getByRole('alert')).toHaveText(sentence);
    await field(page, 'Standard License').uncheck();
  });

  await test.step('enabling from the menu, once the seat is another’s', async () => {
    await chooseAction(page, grace.name, 'Disable');
    await node(page, alan.name).click();
    await field(page, 'Standard License').check();
    await save(page);
    await expect(page.getByText('“Alan Turing” saved.').last()).toBeVisible();
    await chooseAction(page, grace.name, 'Enable');
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(node(page, grace.name)).toHaveAttribute('aria-description', /Disabled/);
  });
});
