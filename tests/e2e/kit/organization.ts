import { expect, type Page } from '@playwright/test';

export const founder = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'Sample1%' } as const;

/** First start: makes the organization and arrives in it, signed in. */
export async function setUp(page: Page, name = 'Example Ltd'): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('./');
  await page.getByLabel('Organization name', { exact: true }).fill(name);
  await page.getByLabel('Your name', { exact: true }).fill(founder.name);
  await page.getByLabel('Email', { exact: true }).fill(founder.email);
  await page.getByLabel('Password', { exact: true }).fill(founder.password);
  await page.getByRole('button', { name: 'Create organization' }).click();
  await expect(page.getByRole('tree', { name: 'Organization tree' })).toBeVisible();
}

/** First start: into the sample organization, signed in. */
export async function exploreSample(page: Page): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('./');
  await page.getByRole('button', { name: 'Explore a sample organization' }).click();
  await expect(page.getByRole('tree', { name: 'Organization tree' })).toBeVisible();
}

/** Waits until the first visit has brought everything onto the device. */
export async function untilReadyOffline(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready;
    return navigator.serviceWorker.controller !== null;
  });
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  // The panel that is left has an email, too.
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

/** A row of the tree by its whole name. */
export const node = (page: Page, name: string) =>
  page.getByRole('tree', { name: 'Organization tree' }).getByRole('treeitem', { name, exact: true });

/** On a small screen the tree and the panel take turns. */
async function showTree(page: Page): Promise<void> {
  const back = page.getByRole('link', { name: 'Organization tree', exact: true });
  if (await back.isVisible()) await back.click();
}

/** Makes a group by the visible button of its parent, and waits until it stands in the tree. */
export async function createGroup(page: Page, name: string, parent = 'Technician Groups'): Promise<void> {
  await showTree(page);
  await node(page, parent).hover();
  await node(page, parent)
    .getByRole('button', { name: `Actions for ${parent}`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: 'Create group' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create group' });
  await dialog.getByRole('textbox', { name: 'Group name' }).fill(name);
  await dialog.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(dialog).toBeHidden();
  await showTree(page);
  await expect(node(page, name)).toBeVisible();
}

export async function selectGroup(page: Page, name: string): Promise<void> {
  await showTree(page);
  await node(page, name).click();
  await expect(page.getByRole('tab', { name: 'Properties' })).toBeVisible();
}
