import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { goToRow, pressButton, pressUntil, takeAction, typeInto } from './kit/keys.ts';
import { founder, node } from './kit/organization.ts';
import { alan, grace, type NewPerson } from './kit/people.ts';

// Nothing here clicks, fills or sets the focus: the keyboard is all there is.

async function createPerson(page: Page, under: string, action: string, person: NewPerson): Promise<void> {
  await goToRow(page, under);
  await takeAction(page, action);
  const dialog = page.getByRole('dialog', { name: action });
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type(person.name);
  await typeInto(page, dialog.getByLabel('Email', { exact: true }), person.email);
  await typeInto(page, dialog.getByLabel('New password', { exact: true }), person.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: person.name })).toBeVisible();
}

async function createGroup(page: Page, under: string, name: string): Promise<void> {
  await goToRow(page, under);
  await takeAction(page, 'Create group');
  const dialog = page.getByRole('dialog', { name: 'Create group' });
  await expect(dialog.getByRole('textbox', { name: 'Group name' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(node(page, name)).toBeFocused();
}

async function signInAs(page: Page, { email, password }: Pick<NewPerson, 'email' | 'password'>): Promise<void> {
  await pressButton(page, page.getByRole('button', { name: /^Account menu/ }));
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await pressUntil(page, 'ArrowDown', page.getByRole('menuitem', { name: 'Sign out' }), 6);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await typeInto(page, page.getByLabel('Email', { exact: true }), email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), password);
  await page.keyboard.press('Enter');
}

test('an organization is set up, filled and looked at in every role, by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('./');
  await typeInto(page, page.getByLabel('Organization name', { exact: true }), 'Example Ltd');
  await typeInto(page, page.getByLabel('Your name', { exact: true }), founder.name);
  await typeInto(page, page.getByLabel('Email', { exact: true }), founder.email);
  await typeInto(page, page.getByLabel('Password', { exact: true }), founder.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tree', { name: 'Organization tree' })).toBeVisible();

  await createGroup(page, 'Technician Groups', 'Europe');
  await createGroup(page, 'Technician Groups', 'Asia');
  await createGroup(page, 'Europe', 'Spring');
  await createPerson(page, 'Spring', 'Create technician', grace);
  await createPerson(page, 'Administrators', 'Create administrator', alan);

  await test.step('the administrator is assigned to a group', async () => {
    await typeInto(page, page.getByLabel('Assign a technician group', { exact: true }), 'eur');
    await expect(page.getByRole('option', { name: 'Europe' }).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Take Europe away' })).toBeVisible();
  });

  await test.step('the technician moves, comes back by the toast, and moves again', async () => {
    const move = async () => {
      await goToRow(page, grace.name);
      await takeAction(page, 'Move to…');
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('searchbox')).toBeFocused();
      await page.keyboard.type('Asia');
      await expect(dialog.getByRole('radio')).toHaveCount(1);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await expect(page.getByText('“Grace Hopper” moved to Asia.')).toBeVisible();
    };
    await move();
    await page.keyboard.press('F8');
    await expect(page.getByRole('button', { name: 'Undo' }).last()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Undone')).toBeVisible();
    await goToRow(page, 'Spring');
    await page.keyboard.press('ArrowRight');
    await expect(node(page, grace.name)).toBeFocused();
    await expect(node(page, grace.name)).toHaveAttribute('aria-level', '5');
    await move();
    await expect(node(page, grace.name)).toHaveAttribute('aria-level', '4');
  });

  await test.step('an Administrator acts only in the assigned group', async () => {
    await signInAs(page, alan);
    await goToRow(page, 'Europe');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible();
    await goToRow(page, 'Asia');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Asia' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save changes' })).toHaveCount(0);
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toHaveCount(0);
  });

  await test.step('a technician sees only My Account', async () => {
    await signInAs(page, grace);
    await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
    await expect(page.getByRole('navigation').getByRole('link').locator('visible=true')).toHaveText(['My Account']);
    await expect(page.getByRole('tree')).toHaveCount(0);
  });
});
