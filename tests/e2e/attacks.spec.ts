import { writeFile } from 'node:fs/promises';
import { attacks } from '../fixtures/attacks.ts';
import { expect, test } from './fixtures.ts';
import { goToImport, startImport } from './kit/import-page.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { goodAgents, styledWorkbook } from './kit/workbooks.ts';

test('a file made to break readers ends in a sentence, and the next one is read', async ({ page }, testInfo) => {
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  const choose = page.locator('input[type="file"]').first();
  for (const { claim, name, sentence, make } of attacks) {
    await test.step(claim, async () => {
      const path = testInfo.outputPath(name);
      await writeFile(path, new Uint8Array(await make().arrayBuffer()));
      await choose.setInputFiles(path);
      await expect(page.getByRole('main')).toContainText(sentence, { timeout: 20_000 });
      await choose.setInputFiles(await styledWorkbook(goodAgents(2)));
      await expect(startImport(page)).toHaveText(/2 of 2/);
    });
  }
});
