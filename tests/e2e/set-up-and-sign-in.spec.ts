import { expect, test } from './fixtures.ts';
import { founder, setUp, signIn, signOut } from './kit/organization.ts';

test('a stranger sets up an organization and is signed in as its first Master Administrator', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'Set up your organization' })).toBeVisible();
  await setUp(page);
  const tree = page.getByRole('tree', { name: 'Organization tree' });
  for (const name of ['Example Ltd', 'Master Administrators', 'Administrators', 'Technician Groups']) {
    await expect(tree.getByRole('treeitem', { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  await expect(page.getByRole('link', { name: 'Global Settings' }).first()).toBeVisible();
});

test('a password that is too weak is refused before anything is written', async ({ page }) => {
  await page.goto('./');
  await page.getByLabel('Organization name', { exact: true }).fill('Example Ltd');
  await page.getByLabel('Your name', { exact: true }).fill(founder.name);
  await page.getByLabel('Email', { exact: true }).fill(founder.email);
  await page.getByLabel('Password', { exact: true }).fill('sample');
  await page.getByRole('button', { name: 'Create organization' }).click();
  const password = page.getByLabel('Password', { exact: true });
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Use at least 8 characters.')).toHaveCount(1);
  await password.fill(founder.password);
  await expect(password).not.toHaveAttribute('aria-invalid');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Set up your organization' })).toBeVisible();
});

test('a wrong password and an unknown email give the same sentence, and repeated failures slow down', async ({
  page
}) => {
  await setUp(page);
  await signOut(page);
  await signIn(page, founder.email, 'Wrong1234%');
  const sentence = page.getByRole('alert');
  await expect(sentence).toHaveText(/wrong/i);
  const forWrongPassword = await sentence.innerText();
  await signIn(page, 'nobody@example.org', 'Wrong1234%');
  await expect(sentence).toHaveText(forWrongPassword);
  const slowedDown = page.getByRole('button', { name: /Sign in \(\d+ s\)/ });
  await expect(async () => {
    if (await slowedDown.isVisible()) return;
    await signIn(page, founder.email, 'Wrong1234%');
    await expect(slowedDown).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(slowedDown).toBeDisabled();
  await expect(sentence).toContainText('Too many attempts');
});

test('whoever asked to stay signed in still is in a new tab; whoever signed out is not', async ({ page, context }) => {
  await setUp(page);
  await signOut(page);
  await page.getByLabel('Stay signed in on this device').check();
  await signIn(page, founder.email, founder.password);
  await expect(page.getByRole('tree', { name: 'Organization tree' })).toBeVisible();
  await page.close();
  const later = await context.newPage();
  await later.goto('./');
  await expect(later.getByRole('tree', { name: 'Organization tree' })).toBeVisible();
  await signOut(later);
  const evenLater = await context.newPage();
  await evenLater.goto('./organization/');
  await expect(evenLater.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
