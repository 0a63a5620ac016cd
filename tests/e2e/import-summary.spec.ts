import { expect, test } from './fixtures.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { csv, goToTechnicians, importTechnicians, technician, uploadTechnicians } from './kit/technicians.ts';

test.beforeEach(async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await goToTechnicians(page);
  await uploadTechnicians(
    page,
    csv([
      technician(1, '1'),
      technician(2, '77'),
      technician(3, '', { Enabled: 'maybe' }),
      technician(4, '', { Name: '' }),
      technician(5, '1', { Description: 'Second floor, by the window' })
    ])
  );
  await importTechnicians(page);
});

test('each kind of problem has a filter with its count, most frequent first', async ({ page }) => {
  const filters = page.getByRole('group', { name: 'Filters' }).getByRole('button');
  await expect(filters).toHaveText([
    /All 5/,
    /Created 2/,
    /Not imported 3/,
    /No Tech Group ID 2/,
    /Unknown group 1|Not yes or no 1|Missing value 1/,
    /Unknown group 1|Not yes or no 1|Missing value 1/,
    /Unknown group 1|Not yes or no 1|Missing value 1/
  ]);
  const rows = page.getByRole('table', { name: 'Rows and outcomes' }).getByRole('row');
  await filters.filter({ hasText: 'No Tech Group ID' }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText('person.3@example.org');
  await expect(rows.nth(2)).toContainText('person.4@example.org');
  await filters.filter({ hasText: 'Unknown group' }).click();
  await expect(rows).toHaveCount(2);

  await page.getByRole('link', { name: 'Show Imports' }).click();
  await page.getByRole('link', { name: 'people.csv' }).click();
  await filters.filter({ hasText: 'Not yes or no' }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('maybe');
});

test('a row opens whole, and the keyboard walks through the rows', async ({ page }) => {
  await page.getByRole('button', { name: /^Row 2:/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const third = page.getByRole('dialog', { name: 'Row 4' });
  await expect(third).toContainText('Tech Group ID is empty');
  await expect(third).toContainText('maybe');
  await expect(third).toContainText('person.3@example.org');
  await expect(third).not.toContainText('Sample1%');
  await third.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('dialog', { name: 'Row 5' }).getByRole('button', { name: 'Next' }).click();
  const last = page.getByRole('dialog', { name: 'Row 6' });
  await expect(last).toContainText('Second floor, by the window');
  await expect(last.getByRole('button', { name: 'Next' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Row 6:/ })).toBeFocused();
});

test('the import can be undone from its summary', async ({ page }) => {
  await page.getByRole('button', { name: 'Undo import' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 technicians are removed');
  await dialog.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText(/Undone on .* by Ada Lovelace/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo import' })).toHaveCount(0);
});

test.describe('on a screen of 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('each row is a card with name, email and its sentence', async ({ page }) => {
    const rows = page.getByRole('table', { name: 'Rows and outcomes' }).getByRole('row');
    for (const text of ['Person 2', 'person.2@example.org', 'There is no technician group with the ID 77']) {
      const words = rows.nth(2).getByText(text);
      await words.scrollIntoViewIfNeeded();
      await expect(words).toBeInViewport({ ratio: 0.9 });
    }
    await rows.nth(2).getByRole('button').click();
    await expect(page.getByRole('dialog', { name: 'Row 3' })).toContainText('P2');
  });
});
