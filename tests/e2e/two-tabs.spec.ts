import { expect, test } from './fixtures.ts';
import { countStored, goToImport, gridRow, importAll, startImport, upload } from './kit/import-page.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { goodAgents, styledWorkbook } from './kit/workbooks.ts';

test('of two tabs that import the same file the second is refused, shown the differences, and nothing doubles', async ({
  page,
  context
}) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  const before = await countStored(page, 'people');
  const file = await styledWorkbook(goodAgents(30));
  const other = await context.newPage();
  await other.goto('./organization/');
  for (const tab of [page, other]) {
    await goToImport(tab, 'Spring');
    await upload(tab, file);
    await expect(startImport(tab)).toHaveText(/30 of 30/);
  }

  await importAll(page);
  await startImport(other).click();
  await expect(other.getByText(/The organization changed in the meantime/)).toBeVisible();
  await expect(gridRow(other, 2)).toContainText(/already belongs to agent 1 in Spring.*Changed/);
  await expect(startImport(other)).toBeDisabled();
  expect((await countStored(other, 'people')) - before).toBe(30);
  expect(await countStored(other, 'imports')).toBe(1);
});
