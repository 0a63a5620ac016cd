import { expect, test } from './fixtures.ts';
import { expectNothingForAxe, overflowsSideways } from './kit/accessibility.ts';
import { download, goToImport, gridRow, startImport, upload } from './kit/import-page.ts';
import { createGroup, node, setUp } from './kit/organization.ts';
import { csv, goToTechnicians, importTechnicians, technician, textFile, uploadTechnicians } from './kit/technicians.ts';

test('a technicians file goes into the groups of its rows, and each failure says why', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await createGroup(page, 'Spring');
  await goToTechnicians(page);
  await uploadTechnicians(
    page,
    csv([technician(1, '1'), technician(2, '2'), technician(3, '77'), technician(4, 'x'), technician(5, '')])
  );
  await expect(startImport(page)).toHaveText('Start import (2 of 5)');
  await expect(gridRow(page, 4)).toContainText('no technician group with the ID 77');
  await expect(gridRow(page, 5)).toContainText('is not a number');
  await expect(gridRow(page, 6)).toContainText('Tech Group ID is empty');

  await importTechnicians(page);
  const rows = page.getByRole('table', { name: 'Rows and outcomes' }).getByRole('row');
  await expect(rows).toHaveCount(6);
  await page.getByRole('button', { name: 'Not imported 3' }).click();
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText('no technician group with the ID 77');
  await page.getByRole('button', { name: 'Created 2' }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(2)).toContainText('person.2@example.org');
});

test('a chosen group wins, is found by a part of its name or by its ID, and the page says that IDs are ignored', async ({
  page
}) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await createGroup(page, 'Spring');
  await goToTechnicians(page);
  const search = page.getByRole('combobox', { name: 'Search technician group…' });
  await search.fill('2');
  await expect(page.getByRole('option', { name: /Spring/ })).toBeVisible();
  await search.fill('PRI');
  await page.getByRole('option', { name: /Spring/ }).click();
  await expect(page.getByText('Everyone goes to Spring: the Tech Group IDs of the file are ignored.')).toBeVisible();
  await uploadTechnicians(page, csv([technician(1, '77'), technician(2, '')]));
  await expect(startImport(page)).toHaveText('Start import (2 of 2)');
  await importTechnicians(page);
  await page.getByRole('link', { name: 'Show Imports' }).click();
  await expect(page.getByRole('list', { name: 'Imports' })).toContainText('into Spring');
});

test('the examples come with the separator that was chosen, and are themselves a file to import', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await goToTechnicians(page);
  await page.getByLabel('List separator').selectOption({ label: 'Semicolon' });
  const example = await download(page, page.getByRole('button', { name: 'Download example CSV' }));
  expect(example.name).toMatch(/\.csv$/);
  expect(example.bytes.toString('utf8')).toContain('Name;Nickname;Email');
  const json = await download(page, page.getByRole('button', { name: 'Download example JSON' }));
  expect(JSON.parse(json.bytes.toString('utf8'))).toHaveLength(2);
  await uploadTechnicians(page, { name: json.name, mimeType: 'application/json', buffer: json.bytes });
  await expect(startImport(page)).toHaveText('Start import (2 of 2)');
});

test('a file with more rows than allowed can be split, or the limit be raised', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await goToTechnicians(page);
  await uploadTechnicians(page, csv(Array.from({ length: 620 }, (_, number) => technician(number, '1'))));
  await expect(startImport(page)).toHaveText('Start import (500 of 620)');
  await page.getByRole('button', { name: 'Split into files of 500 rows' }).click();
  const second = await download(page, page.getByRole('button', { name: 'people-2.csv' }));
  expect(second.bytes.toString('utf8').trim().split('\r\n')).toHaveLength(121);
  await page.getByRole('button', { name: 'Allow 620 rows in one file' }).click();
  await expect(startImport(page)).toHaveText('Start import (620 of 620)');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the way of a technicians file in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await setUp(page);
    await createGroup(page, 'Europe');
    await goToTechnicians(page);
    await expectNothingForAxe(page, 'choose file');
    await page.getByRole('combobox', { name: 'Search technician group…' }).fill('eur');
    await expect(page.getByRole('option', { name: /Europe/ })).toBeVisible();
    await expectNothingForAxe(page, 'search of a group');
    await page.keyboard.press('Escape');
    await uploadTechnicians(page, csv([technician(1, '1'), technician(2, '77')]));
    await expect(gridRow(page, 3)).toBeVisible();
    await expectNothingForAxe(page, 'preview');
    await importTechnicians(page);
    await expect(page.getByRole('table', { name: 'Rows and outcomes' })).toContainText('Person 2');
    await expectNothingForAxe(page, 'summary');
    await page.getByRole('link', { name: 'Show Imports' }).click();
    await page.getByText('Show as a table').click();
    await expectNothingForAxe(page, 'history');
    await page.getByRole('link', { name: 'people.csv' }).click();
    await page.getByRole('button', { name: 'Undo import' }).click();
    await expect(page.getByRole('dialog')).toContainText('1 technician is removed');
    await expectNothingForAxe(page, 'undo');
  });
}

test.describe('on a screen of 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('no page on the way of a technicians file scrolls sideways', async ({ page }) => {
    await setUp(page);
    await createGroup(page, 'Europe');
    await goToTechnicians(page);
    expect(await overflowsSideways(page), 'choose file').toBe(false);
    await uploadTechnicians(page, csv([technician(1, '1'), technician(2, '77')]));
    await expect(gridRow(page, 3)).toBeVisible();
    await page.getByText('How the file is read, and choices for this import').click();
    expect(await overflowsSideways(page), 'preview').toBe(false);
    await importTechnicians(page);
    expect(await overflowsSideways(page), 'summary').toBe(false);
    await page.getByRole('link', { name: 'Show Imports' }).click();
    await expect(page.getByRole('list', { name: 'Imports' })).toBeVisible();
    expect(await overflowsSideways(page), 'history').toBe(false);
  });
});

test('a file of the other kind is told by its columns, with the way to its page', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  await upload(page, csv([technician(1, '1')]));
  await expect(page.getByText('These are the columns of a technicians file')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Import technicians' }).click();
  await uploadTechnicians(page, textFile('agents.csv', 'Name,Email,Password\r\nAna,ana@example.org,Sample12\r\n'));
  await expect(page.getByText('These are the columns of an agents workbook')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Choose the group' }).click();
  await expect(node(page, 'Spring')).toBeVisible();
});
