import { expect, test } from './fixtures.ts';
import { download, downloadResult, gridRow, startImport } from './kit/import-page.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { csv, goToTechnicians, importTechnicians, technician, textFile, uploadTechnicians } from './kit/technicians.ts';
import { openWorkbook } from './kit/workbooks.ts';

test('a CSV result comes back in its own dialect; uploaded again only its failed rows are tried', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await goToTechnicians(page);
  await uploadTechnicians(
    page,
    csv([technician(1, '1'), technician(2, '77'), technician(3, '1')], { separator: ';', lineEnd: '\n' })
  );
  await importTechnicians(page);

  const sheet = await openWorkbook((await downloadResult(page)).bytes);
  expect(sheet.getCell('K1').text).toBe('Result');
  expect(sheet.getCell('K2').text).toBe('Created');

  const result = await download(page, page.getByRole('button', { name: 'Download result as CSV' }));
  expect(result.name).toBe('people-result.csv');
  const lines = result.bytes.toString('utf8').trim().split('\n');
  expect(lines[0]).toMatch(/;Tech Group ID;Result$/);
  expect(lines[1]).toMatch(/Sample1%1;.*;Created$/);
  expect(lines[2]).toContain('no technician group with the ID 77');

  await page.getByLabel('Mask passwords').check();
  const masked = await download(page, page.getByRole('button', { name: 'Download result as CSV' }));
  expect(masked.bytes.toString('utf8')).not.toContain('Sample1%');

  await page.getByRole('button', { name: 'Import another file' }).click();
  await uploadTechnicians(page, textFile(result.name, result.bytes));
  await expect(gridRow(page, 2)).toContainText('Left out');
  await expect(startImport(page)).toBeDisabled();
  await gridRow(page, 3).locator('[aria-invalid]').last().dblclick();
  const editor = page.getByRole('grid').getByRole('textbox');
  await editor.fill('1');
  await editor.press('Enter');
  await expect(startImport(page)).toHaveText('Start import (1 of 3)');
});

test('a JSON result has a Result member, also after a reload, then without passwords', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await goToTechnicians(page);
  await uploadTechnicians(page, textFile('people.json', JSON.stringify([technician(1, '1'), technician(2, '')])));
  await importTechnicians(page);
  await page.getByRole('link', { name: 'Show Imports' }).click();
  await page.getByRole('link', { name: 'people.json' }).click();
  await expect(page.getByRole('heading', { name: 'people.json' })).toBeVisible();
  await page.reload();
  const result = await download(page, page.getByRole('button', { name: 'Download result as JSON' }));
  const items = JSON.parse(result.bytes.toString('utf8')) as Record<string, string>[];
  expect(items.map((item) => item['Result']?.slice(0, 13))).toEqual(['Created', 'Tech Group ID']);
  expect(result.bytes.toString('utf8')).not.toContain('Sample1%');
});
