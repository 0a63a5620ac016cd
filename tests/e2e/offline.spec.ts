import { expect, test } from './fixtures.ts';
import { download, downloadResult, goToImport, importAll, upload } from './kit/import-page.ts';
import { askForNothing, askForNothingFirst } from './kit/not-found.ts';
import { createGroup, selectGroup, setUp, untilReadyOffline } from './kit/organization.ts';
import { goodAgents, openWorkbook, styledWorkbook } from './kit/workbooks.ts';

test('after the first visit everything works without a network', async ({ page, context }) => {
  await page.goto('./');
  await untilReadyOffline(page);
  await context.setOffline(true);

  await setUp(page);
  await expect(page.getByText('Muster is ready to work offline.')).toBeVisible();
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  const template = await download(page, page.getByRole('button', { name: 'Download template' }));
  expect((await openWorkbook(template.bytes)).getRow(1).values).toEqual(
    expect.arrayContaining(['Name', 'Email', 'Password'])
  );

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Import users to Spring' })).toBeVisible();
  await upload(page, await styledWorkbook(goodAgents(12)));
  await importAll(page);
  const sheet = await openWorkbook((await downloadResult(page)).bytes);
  expect(sheet.getCell('D13').text).toBe('Created');

  const another = await context.newPage();
  await another.goto('./organization/?select=technician-groups');
  await selectGroup(another, 'Spring');
  await expect(another.getByText('12 technicians were imported.')).toBeVisible();
});

test('a link without its last slash opens without a network', async ({ page, context, appURL }) => {
  await page.goto('./');
  await untilReadyOffline(page);
  await setUp(page);
  await context.setOffline(true);
  await page.goto(new URL('organization', appURL).href);
  await expect(page.getByRole('tree', { name: 'Organization tree' })).toBeVisible();
});

test('an address that is none says so, with a way back, with and without a network', async ({
  page,
  context,
  appURL
}) => {
  await askForNothing(page, context, appURL);
});

test('an older file of the kind .xls is read without a network', async ({ page, context }) => {
  await page.goto('./');
  await untilReadyOffline(page);
  await context.setOffline(true);
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  const { default: XLSX } = await import('xlsx');
  const workbook = XLSX.utils.book_new(
    XLSX.utils.aoa_to_sheet([
      ['Name', 'Email', 'Password'],
      ['Ann', 'ann@example.org', 'Sample1%']
    ]),
    'Agents'
  );
  const buffer = XLSX.write(workbook, { type: 'buffer', bookType: 'xls' }) as Buffer;
  await upload(page, { name: 'old.xls', mimeType: 'application/vnd.ms-excel', buffer });
  await expect(page.getByRole('button', { name: /^Start import/ })).toHaveText(/1 of 1/);
});

test('an address that is none says so at the very first visit too', async ({ browser, appURL }) => {
  await askForNothingFirst(browser, appURL);
});
