import { expect, test } from './fixtures.ts';
import { createGroup, founder, node, setUp } from './kit/organization.ts';
import { alan, changePerson, chooseAction, createPerson, field, grace, panel, save } from './kit/people.ts';

test('a technician is made from the menu of a group, every field is kept, and the move shows in the tree', async ({
  page
}) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await createGroup(page, 'Autumn');
  await createPerson(page, 'Create technician', 'Spring', grace);

  await field(page, 'Nickname').fill('Amazing Grace');
  await field(page, 'Single Sign-On ID').fill('00123');
  await field(page, 'Description').fill('Compilers');
  await field(page, 'Mobile License').check();
  await field(page, 'Standard License').uncheck();
  await field(page, 'Enabled').uncheck();
  await field(page, 'Move to Technician Group').fill('aut');
  await page.getByRole('option', { name: 'Autumn' }).click();
  await save(page);
  await expect(page.getByText('“Grace Hopper” saved and moved to Autumn.')).toBeVisible();

  await page.reload();
  await expect(panel(page)).toContainText('Technician Groups › Autumn');
  await expect(field(page, 'Name')).toHaveValue(grace.name);
  await expect(field(page, 'Nickname')).toHaveValue('Amazing Grace');
  await expect(field(page, 'Single Sign-On ID')).toHaveValue('00123');
  await expect(field(page, 'Description')).toHaveValue('Compilers');
  await expect(field(page, 'Mobile License')).toBeChecked();
  await expect(field(page, 'Standard License')).not.toBeChecked();
  await expect(field(page, 'Enabled')).not.toBeChecked();
  await expect(field(page, 'New password')).toHaveValue('');
});

test('what is wrong is said while it is typed, by whom an email is used included, and nothing is saved', async ({
  page
}) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await createPerson(page, 'Create technician', 'Spring', alan);
  await createPerson(page, 'Create technician', 'Spring', grace);

  await field(page, 'Email').fill('ALAN@example.org');
  await expect(panel(page)).toContainText('Alan Turing in Spring already has this email.');
  await field(page, 'Email').fill('no email');
  await expect(field(page, 'Email')).toHaveAttribute('aria-invalid', 'true');
  await field(page, 'New password').fill('sample');
  await expect(panel(page)).toContainText('Minimum password strength: Good');
  await expect(panel(page)).toContainText('Use at least 8 characters.');
  await save(page);
  await expect(field(page, 'Email')).toBeFocused();
  await page.reload();
  // The browser asks before it forgets what was typed; Playwright agrees.
  await expect(field(page, 'Email')).toHaveValue(grace.email);
});

test('edits that are not saved are asked about before another node is shown', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await createPerson(page, 'Create technician', 'Spring', grace);
  const ask = page.getByRole('dialog', { name: 'Save your changes?' });

  await field(page, 'Nickname').fill('Amazing');
  await node(page, 'Spring').click();
  await ask.getByRole('button', { name: 'Stay' }).click();
  await expect(field(page, 'Nickname')).toHaveValue('Amazing');

  await node(page, 'Spring').click();
  await ask.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Properties' })).toBeVisible();

  await node(page, grace.name).click();
  await expect(field(page, 'Nickname')).toHaveValue('Amazing');
  await field(page, 'Nickname').fill('Other');
  await node(page, 'Spring').click();
  await ask.getByRole('button', { name: 'Discard' }).click();
  await node(page, grace.name).click();
  await expect(field(page, 'Nickname')).toHaveValue('Amazing');
});

test('whoever goes on while it is being saved is not asked', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await createPerson(page, 'Create technician', 'Spring', grace);
  await field(page, 'Nickname').fill('Amazing');
  await field(page, 'New password').fill('Another1%grace');
  // One after the other within the page: a password takes longer to save than a person to press the next thing.
  await page.evaluate(() => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Save changes');
    button?.click();
    document.querySelector<HTMLElement>('[role="treeitem"][aria-label="Spring"]')?.click();
  });
  await expect(page.getByRole('tab', { name: 'Properties' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await node(page, grace.name).click();
  await expect(field(page, 'Nickname')).toHaveValue('Amazing');
});

test('what is typed while it is being saved stays, is asked about and is saved next', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await createPerson(page, 'Create technician', 'Spring', grace);
  await field(page, 'Nickname').fill('Amazing');
  await field(page, 'New password').fill('Another1%grace');
  // One after the other within the page: a password takes longer to save than a person to type on.
  const typed = { description: await field(page, 'Description').elementHandle(), password: 'Further1%grace' };
  await page.evaluate(({ description, password }) => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Save changes');
    button?.click();
    const type = (into: Element | null, text: string) => {
      if (!(into instanceof HTMLInputElement || into instanceof HTMLTextAreaElement)) throw new Error('no such field');
      into.value = text;
      into.dispatchEvent(new Event('input', { bubbles: true }));
    };
    type(description, 'Compilers');
    type(document.querySelector('main input[type="password"]'), password);
  }, typed);
  await expect(page.getByText('“Grace Hopper” saved.')).toBeVisible();
  await expect(field(page, 'Description')).toHaveValue('Compilers');
  await expect(field(page, 'New password')).toHaveValue(typed.password);

  await node(page, 'Spring').click();
  const ask = page.getByRole('dialog', { name: 'Save your changes?' });
  await ask.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Properties' })).toBeVisible();
  await node(page, grace.name).click();
  await expect(field(page, 'Nickname')).toHaveValue('Amazing');
  await expect(field(page, 'Description')).toHaveValue('Compilers');
  await changePerson(page, grace.email, typed.password);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeHidden();
});

test('of two tabs that change the same field both values are shown, and the person chooses', async ({
  page,
  context
}) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await createPerson(page, 'Create technician', 'Spring', grace);
  const other = await context.newPage();
  await other.goto(page.url());

  await field(page, 'Nickname').fill('Mine');
  await field(other, 'Nickname').fill('Theirs');
  await field(other, 'Description').fill('From the other tab');
  await save(other);
  await expect(field(page, 'Description')).toHaveValue('From the other tab');
  const choice = page.getByRole('alert').filter({ hasText: 'Somebody else has changed the same fields' });
  await expect(choice).toContainText('Mine');
  await expect(choice).toContainText('Theirs');
  await page.getByRole('button', { name: 'Keep mine: Nickname' }).click();
  await save(page);
  await expect(field(other, 'Nickname')).toHaveValue('Mine');
});

test('people are disabled, deleted and brought back; the last Master Administrator stays', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await createPerson(page, 'Create technician', 'Spring', grace);
  await chooseAction(page, grace.name, 'Disable');
  await expect(field(page, 'Enabled')).not.toBeChecked();
  await chooseAction(page, grace.name, 'Delete');
  await expect(node(page, grace.name)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(node(page, grace.name)).toBeVisible();

  await node(page, 'Master Administrators').dblclick();
  await chooseAction(page, founder.name, 'Disable');
  await expect(page.getByText('This is the last enabled Master Administrator.')).toBeVisible();
  await createPerson(page, 'Create master administrator', 'Master Administrators', alan);
  await chooseAction(page, alan.name, 'Disable');
  await expect(field(page, 'Enabled')).not.toBeChecked();
});
