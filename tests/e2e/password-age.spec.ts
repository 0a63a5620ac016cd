import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { changePerson, createPerson, field, grace, save } from './kit/people.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The page's clock goes on from this many days after the beginning. */
async function daysLater(page: Page, from: number, days: number): Promise<void> {
  await page.clock.setFixedTime(from + days * DAY);
}

test('a password tells in time that it will end, and is asked for anew when it has', async ({ page }) => {
  const from = Date.now();
  await setUp(page);
  await createGroup(page, 'Spring');
  await createPerson(page, 'Create technician', 'Spring', grace);
  await page.getByRole('link', { name: 'Global Settings' }).first().click();
  await field(page, 'Maximum password age in days').fill('30');
  await field(page, 'Days of notice before it ends').fill('5');
  await save(page);
  await expect(page.getByText('Global settings saved.')).toBeVisible();
  const notice = page.getByText(/Your password ends/);

  await changePerson(page, grace.email, grace.password);
  await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
  await daysLater(page, from, 24);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await daysLater(page, from, 27.5);
  await page.reload();
  await expect(notice).toContainText('Your password ends in 3 days.');
  await daysLater(page, from, 29.5);
  await page.reload();
  await expect(notice).toContainText('Your password ends within a day.');

  await daysLater(page, from, 30.5);
  await changePerson(page, grace.email, grace.password);
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await expect(page.getByText('Your password has reached its maximum age.')).toBeVisible();
  await page.goto('./account/');
  await expect(page.getByRole('heading', { name: 'Choose a new password' })).toBeVisible();
  await page.getByLabel('Current password').fill(grace.password);
  await page.getByLabel('New password').fill('Other2$password');
  await page.getByRole('button', { name: 'Change password and continue' }).click();
  await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await changePerson(page, grace.email, 'Other2$password');
  await expect(page.getByRole('heading', { name: 'My Account' })).toBeVisible();
});
