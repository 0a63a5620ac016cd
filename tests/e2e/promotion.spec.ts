import { expect, test } from './fixtures.ts';
import { createGroup, founder, node, setUp } from './kit/organization.ts';
import { alan, changePerson, createPerson, field, panel, save } from './kit/people.ts';

test('an Administrator becomes a Master Administrator and back, and undoing gives the groups back', async ({
  page
}) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await createPerson(page, 'Create administrator', 'Administrators', alan);
  await field(page, 'Assign a technician group').fill('eur');
  await page.getByRole('option', { name: 'Europe' }).first().click();
  const assigned = panel(page).getByRole('button', { name: 'Take Europe away' });
  await expect(assigned).toBeVisible();

  await field(page, 'Role').selectOption('Master Administrator');
  await expect(panel(page)).toContainText('Assigned groups are given up.');
  await save(page);
  await expect(page.getByText('“Alan Turing” is a Master Administrator now.')).toBeVisible();
  await expect(panel(page)).toContainText('Master Administrators');
  await expect(assigned).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(assigned).toBeVisible();
  await expect(field(page, 'Role')).toHaveValue('administrator');
  await field(page, 'Role').selectOption('Master Administrator');
  await save(page);
  await expect(assigned).toHaveCount(0);

  await test.step('the trail has it, with the role', async () => {
    await page.goto('./audit/');
    await expect(page.getByText('Role (Master Administrator)').first()).toBeVisible();
  });

  await changePerson(page, alan.email, alan.password);
  await expect(page.getByRole('link', { name: 'Global Settings' }).first()).toBeVisible();
  await node(page, founder.name).click();
  await field(page, 'Role').selectOption('Administrator');
  await save(page);
  await expect(page.getByText('“Ada Lovelace” is an Administrator now.')).toBeVisible();

  await test.step('the last one stays what they are', async () => {
    await expect(node(page, alan.name)).toHaveAttribute('aria-setsize', '1');
    await node(page, alan.name).click();
    await field(page, 'Role').selectOption('Administrator');
    const sentence = panel(page).getByText('This is the last enabled Master Administrator.');
    await expect(sentence).toBeVisible();
    await save(page);
    await expect(field(page, 'Role')).toBeFocused();
    await field(page, 'Role').selectOption('Master Administrator');
    await expect(sentence).toHaveCount(0);
    await field(page, 'Enabled').uncheck();
    await expect(sentence).toBeVisible();
    await field(page, 'Enabled').check();
  });

  await changePerson(page, founder.email, founder.password);
  await expect(page.getByRole('tree', { name: 'Organization tree' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Global Settings' })).toHaveCount(0);
});
