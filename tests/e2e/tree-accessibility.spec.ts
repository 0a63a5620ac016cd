import { expect, test } from './fixtures.ts';
import { expectNothingForAxe } from './kit/accessibility.ts';
import { exploreSample, node } from './kit/organization.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing while the tree is searched, marked, moved and deleted in ${colorScheme}`, async ({
    page
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('./');
    await expect(page.getByRole('button', { name: 'Explore a sample organization' })).toBeVisible();
    await expectNothingForAxe(page, 'set-up beside the sample');
    await exploreSample(page);

    const search = page.getByRole('searchbox', { name: 'Search the organization' });
    await search.fill('first');
    await expect(page.getByRole('status').filter({ hasText: 'found' })).toBeVisible();
    await expectNothingForAxe(page, 'search');
    await search.press('Escape');

    await node(page, 'Contractors').click();
    await node(page, 'Asia Pacific').click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByRole('heading', { name: '2 technician groups selected' })).toBeVisible();
    await expectNothingForAxe(page, 'marked');
    await page.getByRole('button', { name: 'Move to…' }).click();
    await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
    await expectNothingForAxe(page, 'move dialog');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText('Still inside: 3 technician groups.');
    await expectNothingForAxe(page, 'delete dialog');
  });
}
