import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { createGroup, node, setUp, signIn } from './organization.ts';
import { alan, changePerson, chooseAction, createPerson, field, grace, panel, save } from './people.ts';

/** Walks through the panels, dialogs and pages about people and stops at each to let it be looked at. */
export async function walkPeople(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await page.goto('./');
  await setUp(page);
  await createGroup(page, 'Europe');
  await createGroup(page, 'Spring', 'Europe');
  await chooseAction(page, 'Spring', 'Create technician');
  const dialog = page.getByRole('dialog', { name: 'Create technician' });
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await look('create-technician');
  await page.keyboard.press('Escape');
  await createPerson(page, 'Create technician', 'Spring', alan);
  await createPerson(page, 'Create technician', 'Spring', grace);
  await look('technician');

  await field(page, 'Email').fill(alan.email);
  await field(page, 'New password').fill('sample');
  await field(page, 'Move to Technician Group').click();
  await expect(page.getByRole('option', { name: 'Spring' })).toBeVisible();
  await look('technician-with-faults');
  await page.keyboard.press('Escape');
  await node(page, 'Europe').click();
  await expect(page.getByRole('dialog', { name: 'Save your changes?' })).toBeVisible();
  await look('unsaved');
  await page.getByRole('button', { name: 'Discard' }).click();

  await node(page, 'Spring').click();
  await page.getByRole('tab', { name: 'Permissions' }).click();
  await field(page, 'Run scripts').selectOption('On');
  await field(page, 'Lock Run scripts').check();
  await look('group-permissions');
  await save(page);
  await node(page, grace.name).click();
  await page.getByRole('tab', { name: 'Permissions' }).click();
  await expect(panel(page)).toContainText('Locked at Spring');
  await look('technician-permissions');
  await node(page, 'Technician Groups').click();
  await expect(field(page, 'Allow chat')).toBeVisible();
  await look('technician-groups');

  const bo = { name: 'Bo', email: 'bo@example.org', password: alan.password };
  await createPerson(page, 'Create administrator', 'Administrators', bo);
  await field(page, 'Assign a technician group').fill('eur');
  await page.getByRole('option', { name: 'Europe' }).first().click();
  await expect(page.getByRole('button', { name: 'Take Europe away' })).toBeVisible();
  await look('administrator');
  await node(page, 'Europe').click();
  await expect(page.getByRole('button', { name: 'Take Bo away' })).toBeVisible();
  await look('group');

  await page.getByRole('link', { name: 'Global Settings' }).first().click();
  await field(page, 'Admin password changes force user to change password at next logon').check();
  await field(page, 'Maximum password age in days').fill('30');
  await field(page, 'Days of notice before it ends').fill('30');
  await field(page, 'Standard License seats').fill('1');
  await save(page);
  await expect(page.getByText('2 taken of 1.')).toBeVisible();
  await look('settings');
  await page.getByRole('link', { name: 'My Account' }).first().click();
  await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
  await look('account');

  await page.getByRole('link', { name: 'Organization', exact: true }).first().click();
  const cleo = { name: 'Cleo', email: 'cleo@example.org', password: grace.password };
  await createPerson(page, 'Create master administrator', 'Master Administrators', cleo);
  await changePerson(page, cleo.email, cleo.password);
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await look('must-change');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, grace.email, grace.password);
  await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
  await look('technicians-account');
}
