import { expect, test } from './fixtures.ts';
import { countStored, goToImport, startImport, upload } from './kit/import-page.ts';
import { createGroup, setUp } from './kit/organization.ts';
import { goodAgents, styledWorkbook } from './kit/workbooks.ts';

const AGENTS = 8000;

/** How far the commit is when the tab goes: its progress bar says so. */
const points = [
  { when: 'as soon as it begins', share: 0 },
  { when: 'in the first third', share: 0.1 },
  { when: 'in the middle', share: 0.5 },
  { when: 'near the end', share: 0.9 }
];

for (const { when, share } of points) {
  test(`a tab killed during the commit ${when} leaves all of the import or none`, async ({ page, context }) => {
    await setUp(page);
    await createGroup(page, 'Spring');
    const before = await countStored(page, 'people');
    await goToImport(page, 'Spring');
    await upload(page, await styledWorkbook(goodAgents(AGENTS)));
    await expect(startImport(page)).toHaveText(/8,000 of 8,000/, { timeout: 30_000 });

    await page.evaluate(
      (killAt) =>
        new Promise<void>((resolve) => {
          const look = () => {
            const bar = document.querySelector('main [role="progressbar"]');
            const now =
              Number(bar?.getAttribute('aria-valuenow') ?? 0) / Number(bar?.getAttribute('aria-valuemax') ?? 1);
            const over = document.querySelector('[role="status"]')?.textContent.includes('were imported') ?? false;
            if ((bar && now >= killAt) || over) resolve();
            else setTimeout(look, 1);
          };
          document.querySelectorAll('button').forEach((button) => {
            if (button.textContent.includes('Start import')) button.click();
          });
          look();
        }),
      share
    );
    await page.close({ runBeforeUnload: false });

    const reopened = await context.newPage();
    await reopened.goto('./');
    await expect(reopened.getByRole('tree', { name: 'Organization tree' })).toBeVisible();
    const people = (await countStored(reopened, 'people')) - before;
    const imports = await countStored(reopened, 'imports');
    expect([0, AGENTS]).toContain(people);
    expect(imports).toBe(people === 0 ? 0 : 1);
    expect((await countStored(reopened, 'importRows')) > 0).toBe(people > 0);
  });
}
