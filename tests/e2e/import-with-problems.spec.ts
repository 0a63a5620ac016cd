import { expect, test } from './fixtures.ts';
import { downloadResult, goToImport, grid, gridRow, startImport, upload, importAll } from './kit/import-page.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { agentsWithFortyProblems, HEADER_COLOUR, openWorkbook, styledWorkbook } from './kit/workbooks.ts';

test('a workbook with forty problems becomes twenty-one agents, and comes back with a result for each row', async ({
  page
}) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  await upload(page, await styledWorkbook(agentsWithFortyProblems()));

  await expect(startImport(page)).toHaveText(/20 of 60/);
  await test.step('passwords are masked until they are asked for', async () => {
    await expect(grid(page)).not.toContainText('Sample1%');
    await page.getByLabel('Show passwords').click();
    await expect(grid(page)).toContainText('Sample1%');
    await page.getByLabel('Show passwords').click();
    await expect(grid(page)).not.toContainText('Sample1%');
  });

  await test.step('a filter for each kind of problem says how many rows have it', async () => {
    for (const kind of ['Missing value', 'Invalid email', 'Password too short', 'Password too weak']) {
      await expect(page.getByRole('button', { name: `${kind} 10` })).toBeVisible();
    }
  });

  await test.step('a cell is put right in place, and its row is ready at once', async () => {
    await page.getByRole('button', { name: 'Invalid email 10' }).click();
    await expect(gridRow(page, 32)).toContainText('no email here');
    await gridRow(page, 32).locator('[aria-invalid]').dblclick();
    const editor = grid(page).getByRole('textbox');
    await editor.fill('put.right@example.org');
    await editor.press('Enter');
    await expect(startImport(page)).toHaveText(/21 of 60/);
  });

  await importAll(page);
  const result = await downloadResult(page);
  expect(result.name).toBe('new agents-result.xlsx');
  const sheet = await openWorkbook(result.bytes);

  await test.step('the workbook is as it was, with one more column', () => {
    expect(sheet.getCell('D1').text).toBe('Result');
    expect(sheet.getCell('A1').fill).toMatchObject({ fgColor: { argb: HEADER_COLOUR } });
    expect(sheet.getCell('B2').font).toMatchObject({ italic: true });
    expect(sheet.getColumn(2).width).toBeCloseTo(36, 0);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getCell('A2').note).toBeTruthy();
    expect(sheet.getCell('B32').text).toBe('no email here');
  });
  await test.step('every row says what became of it', () => {
    const results = Array.from({ length: 60 }, (_, index) => sheet.getCell(index + 2, 4).text);
    expect(results.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'Created'));
    expect(results[20]).toMatch(/Name is empty/);
    expect(results[30]).toMatch(/^Created with changes: .*Email/);
    expect(results[31]).toMatch(/is not an email address/);
    expect(results[40]).toMatch(/Password/);
    expect(results.join()).not.toContain('onlylowercase');
  });

  await test.step('the notice stands at the top of Properties, also after a reload', async () => {
    await page.getByRole('link', { name: 'Back to Spring' }).click();
    await expect(page.getByText('21 technicians were imported.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('39 rows had problems and were not imported.')).toBeVisible();
    const again = await openWorkbook((await downloadResult(page)).bytes);
    expect(again.getCell('D2').text).toBe('Created');
    expect(again.getCell('C2').text).not.toContain('Sample1%');
  });
});

test('a row that is left out is not imported, and the result says so', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  await upload(page, await styledWorkbook(agentsWithFortyProblems().slice(0, 3)));
  await expect(startImport(page)).toHaveText(/3 of 3/);
  await page.getByRole('button', { name: 'Leave out row 3' }).click();
  await expect(startImport(page)).toHaveText(/2 of 3/);
  await importAll(page);
  const sheet = await openWorkbook((await downloadResult(page)).bytes);
  expect([2, 3, 4].map((row) => sheet.getCell(row, 4).text)).toEqual(['Created', 'Left out', 'Created']);
});

test('importing the same file again finds every email in use', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  const file = await styledWorkbook(agentsWithFortyProblems().slice(0, 5));
  await upload(page, file);
  await importAll(page);
  await page.getByRole('button', { name: 'Import another file' }).click();
  await upload(page, file);
  await expect(gridRow(page, 2)).toContainText('already belongs to agent 1 in Spring');
  await expect(startImport(page)).toBeDisabled();
});
