import { textRow, workbook } from '../fixtures/workbook-builder.ts';
import { expect, test } from './fixtures.ts';
import { hostileFiles } from './kit/hostile-files.ts';
import { goToImport, grid, gridRow, startImport, upload } from './kit/import-page.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { goodAgents, styledWorkbook } from './kit/workbooks.ts';

for (const { claim, sentence, make } of hostileFiles) {
  test(`${claim} gets a sentence that says what to do, and the next file is read`, async ({ page }) => {
    await setUp(page);
    await createGroup(page, 'Spring');
    await goToImport(page, 'Spring');
    await upload(page, await make());
    await expect(page.getByRole('main')).toContainText(sentence);
    await expect(startImport(page).and(page.locator(':enabled'))).toHaveCount(0);

    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose another file' }).click()
    ]);
    await chooser.setFiles(await styledWorkbook(goodAgents(2)));
    await expect(startImport(page)).toHaveText(/2 of 2/);
  });
}

test('a header in another order is matched only when the person accepts it', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  const moved = hostileFiles.find(({ claim }) => claim.includes('renamed'));
  await upload(page, (await moved?.make()) ?? (await styledWorkbook([])));
  await expect(grid(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Use this matching' }).click();
  await expect(gridRow(page, 2)).toContainText('ann@example.org');
  await expect(startImport(page)).toHaveText(/1 of 1/);
});

test('a header that reaches nearly to the last column there is can still be matched by hand', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  const cells =
    '<c r="A1" t="str"><v>Mail</v></c><c r="B1" t="str"><v>Name</v></c><c r="XFC1" t="str"><v>Password</v></c>';
  const rows = `<row r="1">${cells}</row>${textRow(2, 'ann@example.org', 'Ann')}`;
  const buffer = Buffer.from(await workbook({ sheets: [{ rows }] }).arrayBuffer());
  await upload(page, { name: 'wide.xlsx', mimeType: 'application/octet-stream', buffer });
  await expect(page.getByLabel('Password')).toHaveValue('16382');
  await expect(page.getByLabel('Email')).toHaveValue('0');
  await page.getByRole('button', { name: 'Use this matching' }).click();
  await expect(gridRow(page, 2)).toContainText('Password is empty');
});
