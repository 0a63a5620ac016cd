import { expect, test } from './fixtures.ts';
import { gridRow, startImport } from './kit/import-page.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { csv, csvText, goToTechnicians, technician, textFile, uploadTechnicians } from './kit/technicians.ts';

test.beforeEach(async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await goToTechnicians(page);
});

for (const [separator, name] of [
  [';', 'Semicolon'],
  ['\t', 'Tab'],
  ['|', 'Vertical bar']
] as const) {
  test(`separator ${name} is detected and shown above the preview`, async ({ page }) => {
    await uploadTechnicians(page, csv([technician(1, '1'), technician(2, '1')], { separator, lineEnd: '\n' }));
    await expect(startImport(page)).toHaveText('Start import (2 of 2)');
    await expect(page.getByLabel('Separator').locator('option:checked')).toHaveText(name);
    await expect(page.getByLabel('Line ends').locator('option:checked')).toHaveText('LF');
    await expect(page.getByRole('region', { name: 'First cells of the file' })).toContainText('person.1@example.org');
  });
}

test('another separator is followed by the page at once, and back again', async ({ page }) => {
  await uploadTechnicians(page, csv([technician(1, '1')]));
  await expect(startImport(page)).toHaveText('Start import (1 of 1)');
  await page.getByLabel('Separator').selectOption({ label: 'Semicolon' });
  await expect(page.getByText('The header is not as it should be')).toBeVisible();
  await page.getByLabel('Separator').selectOption({ label: 'Comma' });
  await expect(startImport(page)).toHaveText('Start import (1 of 1)');
});

test('another encoding changes the names in the preview at once', async ({ page }) => {
  const text = csvText([technician(1, '1', { Name: 'Ádám Őri' }), technician(2, '1', { Name: 'Zoë' })]);
  await uploadTechnicians(page, textFile('old.csv', Buffer.from(text.replace('Ő', 'O'), 'latin1')));
  await expect(gridRow(page, 2)).toContainText('Ádám');
  await page.getByLabel('Encoding').selectOption({ label: 'Shift-JIS' });
  await expect(gridRow(page, 2)).not.toContainText('Ádám');
  await page.getByRole('button', { name: 'As detected' }).click();
  await expect(gridRow(page, 2)).toContainText('Ádám');
});

test('a cell with line breaks keeps the row numbers of the file', async ({ page }) => {
  await uploadTechnicians(
    page,
    csv([technician(1, '1', { Description: 'one\r\ntwo\r\nthree' }), technician(2, '1', { Name: '' })])
  );
  await expect(gridRow(page, 5)).toContainText('Name is empty');
});

test('an unclosed quote is a sentence with its line', async ({ page }) => {
  await uploadTechnicians(page, textFile('cut.csv', csvText([technician(1, '1')]).replace('Person 1', '"Person 1')));
  await expect(page.getByText('cut.csv cannot be read')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('The quotation mark in line 2 is never closed.');
});

test('a file with a quote that never closes is read without quotes when the person says so', async ({ page }) => {
  await uploadTechnicians(page, textFile('list', csvText([technician(1, '1')]).replace('Person 1', '"Person 1')));
  await expect(page.getByText('list cannot be read')).toBeVisible();
  await expect(page.getByLabel('Separator').locator('option:checked')).toHaveText('Comma');
  await expect(page.getByLabel('Encoding').locator('option:checked')).toHaveText('UTF-8');
  await page.getByLabel('Quotes').selectOption({ label: 'None' });
  await expect(startImport(page)).toHaveText('Start import (1 of 1)');
  await expect(gridRow(page, 2)).toContainText('"Person 1');
});

test('JSON as it comes: one object a line; a syntax error names its line', async ({ page }) => {
  const lines = [technician(1, '1'), technician(2, '1')].map((row) => JSON.stringify(row)).join('\n');
  await uploadTechnicians(page, textFile('people.json', lines));
  await expect(startImport(page)).toHaveText('Start import (2 of 2)');
  await page.reload();
  await uploadTechnicians(page, textFile('broken.json', '[\n{"Name": "Ann",\n"Email" "x"}\n]'));
  await expect(page.getByRole('alert')).toContainText(/line 3/i);
});
