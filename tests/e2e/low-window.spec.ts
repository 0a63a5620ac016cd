import { expect, test } from './fixtures.ts';
import { goToImport, gridRow, startImport, upload } from './kit/import-page.ts';
import { createGroup, node, setUp } from './kit/organization.ts';
import { agentsWithFortyProblems, styledWorkbook } from './kit/workbooks.ts';

// A window of 1440 × 900 at 200 %.
test.use({ viewport: { width: 720, height: 450 } });

test('on a low window the rows of a preview have room beside Start import', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await goToImport(page, 'Europe');
  await upload(page, await styledWorkbook(agentsWithFortyProblems()));
  await expect(startImport(page)).toBeEnabled();
  const row = gridRow(page, 4);
  await row.scrollIntoViewIfNeeded();
  await row.getByRole('gridcell').nth(1).click();
  const [line, button] = await Promise.all([row.boundingBox(), startImport(page).boundingBox()]);
  if (!line || !button) throw new Error('the row and the button are both in sight');
  expect(line.y + line.height).toBeLessThan(button.y);
  // Top bar, ways at the lower edge and Start import together leave more than half of the window.
  expect(button.y - 52).toBeGreaterThan(450 / 2);
});

test('a page that opens at a group takes no focus away; going there takes it along', async ({ page }) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await node(page, 'Europe').click();
  const back = page.getByRole('link', { name: 'Organization tree', exact: true });
  await expect(back).toBeFocused();
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Properties' })).toBeVisible();
  await expect(back).not.toBeFocused();
});
