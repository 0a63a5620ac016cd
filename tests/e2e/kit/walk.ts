import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { goToImport, gridRow, importAll, startImport, upload } from './import-page.ts';
import { createGroup, selectGroup, setUp, signOut } from './organization.ts';
import { hostileFiles } from './hostile-files.ts';
import { agentsWithFortyProblems, styledWorkbook } from './workbooks.ts';

/** Walks through every page and state of the first road and stops at each to let it be looked at. */
export async function walk(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'Set up your organization' })).toBeVisible();
  await look('set-up');
  await setUp(page);
  await look('organization');
  await createGroup(page, 'Spring');
  await selectGroup(page, 'Spring');
  await look('group panel');

  await goToImport(page, 'Spring');
  await look('choose file');
  const moved = hostileFiles.find(({ claim }) => claim.includes('renamed'));
  if (moved) await upload(page, await moved.make());
  await expect(page.getByRole('button', { name: 'Use this matching' })).toBeVisible();
  await look('header mismatch');
  await page.reload();
  const empty = hostileFiles.find(({ claim }) => claim.includes('empty'));
  if (empty) await upload(page, await empty.make());
  await expect(page.getByText('The file is empty.')).toBeVisible();
  await look('file failure');
  await page.reload();
  await upload(page, await styledWorkbook(agentsWithFortyProblems()));
  await expect(startImport(page)).toHaveText(/20 of 60/);
  await expect(gridRow(page, 2)).toBeVisible();
  await look('preview');
  await importAll(page);
  await look('import done');

  for (const name of ['Imports', 'My Account', 'Global Settings', 'Organization']) {
    await page.getByRole('link', { name, exact: true }).locator('visible=true').first().click();
    await expect(page.getByRole('main')).not.toBeEmpty();
    await look(name);
  }
  await selectGroup(page, 'Spring');
  await expect(page.getByText('20 technicians were imported.')).toBeVisible();
  await look('group panel with notice');
  await signOut(page);
  await look('sign-in');
}
