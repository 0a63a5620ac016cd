import { expect, type Page } from '@playwright/test';
import { node, signIn, signOut } from './organization.ts';

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const grace: NewPerson = { name: 'Grace Hopper', email: 'grace@example.org', password: 'Sample1%grace' };
export const alan: NewPerson = { name: 'Alan Turing', email: 'alan@example.org', password: 'Sample1%alan' };

/** Opens the context menu of a node by its visible button and chooses from it. */
export async function chooseAction(page: Page, of: string, action: string): Promise<void> {
  await node(page, of).hover();
  await node(page, of)
    .getByRole('button', { name: `Actions for ${of}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Makes a person from the menu of a group, or of one of the two sections of administrators. */
export async function createPerson(
  page: Page,
  action: 'Create technician' | 'Create administrator' | 'Create master administrator',
  under: string,
  person: NewPerson
): Promise<void> {
  await chooseAction(page, under, action);
  const dialog = page.getByRole('dialog', { name: action });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(person.name);
  await dialog.getByLabel('Email', { exact: true }).fill(person.email);
  await dialog.getByLabel('New password', { exact: true }).fill(person.password);
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(panel(page).getByRole('heading', { name: person.name })).toBeVisible();
}

export const panel = (page: Page) => page.getByRole('region', { name: 'Selected', exact: true });

export const field = (page: Page, name: string) => page.getByRole('main').getByLabel(name, { exact: true });

export async function save(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Save changes' }).click();
}

/** Ends one person's session and begins another's. */
export async function changePerson(page: Page, email: string, password: string): Promise<void> {
  await signOut(page);
  await signIn(page, email, password);
}
