import { expect, test } from './fixtures.ts';
import { createGroup, founder, node, selectGroup, setUp } from './kit/organization.ts';
import { alan, changePerson, createPerson, field, grace, panel, save } from './kit/people.ts';

const tree = 'Organization tree';

test('an administrator acts in the assigned group and below, and sees no more where the setting says so', async ({
  page
}) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await createGroup(page, 'Asia');
  await createGroup(page, 'Spring', 'Europe');
  await createPerson(page, 'Create technician', 'Spring', grace);
  await createPerson(page, 'Create administrator', 'Administrators', alan);
  await field(page, 'Assign a technician group').fill('eur');
  await page.getByRole('option', { name: 'Europe' }).first().click();
  await expect(panel(page).getByRole('button', { name: 'Take Europe away' })).toBeVisible();

  await test.step('the group tells it as well', async () => {
    await selectGroup(page, 'Europe');
    await expect(panel(page).getByRole('button', { name: 'Take Alan Turing away' })).toBeVisible();
  });

  await changePerson(page, alan.email, alan.password);
  await test.step('inside there are forms, outside only words', async () => {
    await expect(page.getByRole('link', { name: 'Global Settings' })).toHaveCount(0);
    await selectGroup(page, 'Europe');
    await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible();
    await selectGroup(page, 'Asia');
    await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
    await expect(field(page, 'Group name')).toHaveAttribute('readonly', '');
    await expect(page.getByRole('link', { name: 'Import users' })).toHaveCount(0);
    const asia = (await field(page, 'Tech Group ID').textContent()) ?? '';
    await page.goto(`./import/?group=${asia}`);
    await expect(page.getByRole('heading', { name: 'You may not import users into this group' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Upload', exact: true })).toHaveCount(0);
    await page.getByRole('link', { name: 'Show the organization' }).click();
    await expect(page.getByRole('tree', { name: tree })).toBeVisible();
    await page.goto('./settings/');
    await expect(page.getByRole('tree', { name: tree })).toBeVisible();
  });

  await changePerson(page, founder.email, founder.password);
  await page.getByRole('link', { name: 'Global Settings' }).first().click();
  await field(page, 'Show Technician Groups only to assigned Administrators').check();
  await save(page);
  await expect(page.getByText('Global settings saved.')).toBeVisible();
  await changePerson(page, alan.email, alan.password);
  await expect(page.getByRole('tree', { name: tree })).toBeVisible();
  await expect(node(page, 'Europe')).toBeVisible();
  await expect(node(page, 'Asia')).toHaveCount(0);
});

test('nobody uploads users for a group that is disabled before it is enabled again', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await selectGroup(page, 'Spring');
  await field(page, 'Enabled').uncheck();
  await save(page);
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeDisabled();
  await page.getByRole('link', { name: 'Import users' }).click();
  await expect(page.getByText(/The technician group \d+ \(Spring\) is disabled\. Enable it/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Upload', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Back to Spring' }).click();
  await field(page, 'Enabled').check();
  await save(page);
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeDisabled();
  await page.getByRole('link', { name: 'Import users' }).click();
  await expect(page.getByRole('button', { name: 'Upload', exact: true })).toBeVisible();
});

test('a technician sees only My Account', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await createPerson(page, 'Create technician', 'Spring', grace);
  await changePerson(page, grace.email, grace.password);
  await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
  for (const elsewhere of ['organization', 'imports', 'settings']) {
    await page.goto(`./${elsewhere}/`);
    await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
  }
  await expect(page.getByRole('navigation').getByRole('link').locator('visible=true')).toHaveText(['My Account']);
  await field(page, 'Nickname').fill('Amazing');
  await save(page);
  await expect(page.getByText('Nickname saved.')).toBeVisible();

  await field(page, 'Current password').fill(grace.password);
  await field(page, 'New password').fill('Other2$password');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed.')).toBeVisible();
  await changePerson(page, grace.email, 'Other2$password');
  await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
});

test('a password that an administrator gave is changed before anything else, also after a reload', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await page.getByRole('link', { name: 'Global Settings' }).first().click();
  await field(page, 'Admin password changes force user to change password at next logon').check();
  await field(page, 'Maximum password age in days').fill('30');
  await field(page, 'Days of notice before it ends').fill('30');
  await save(page);
  await expect(page.getByText('Global settings saved.')).toBeVisible();
  await expect(page.getByText(/Your password ends in \d+ days/)).toBeVisible();
  await page.getByRole('link', { name: 'Organization', exact: true }).first().click();
  await createPerson(page, 'Create technician', 'Spring', grace);

  await changePerson(page, grace.email, grace.password);
  const heading = page.getByRole('heading', { name: 'Choose a new password' });
  await expect(heading).toBeVisible();
  await page.goto('./account/');
  await expect(heading).toBeVisible();
  await page.getByLabel('Current password').fill(grace.password);
  await page.getByLabel('New password').fill(grace.password);
  await page.getByRole('button', { name: 'Change password and continue' }).click();
  await expect(page.getByText('This is your current password. Choose another one.')).toBeVisible();
  await page.getByLabel('New password').fill('Other2$password');
  await page.getByRole('button', { name: 'Change password and continue' }).click();
  await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
});
