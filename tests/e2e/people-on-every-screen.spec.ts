import { expect, test } from './fixtures.ts';
import { expectNothingForAxe, overflowsSideways } from './kit/accessibility.ts';
import { walkPeople } from './kit/walk-people.ts';

test('axe finds nothing about people in light and dark, and nothing scrolls sideways at 320 pixels', async ({
  page
}) => {
  test.setTimeout(240_000);
  await walkPeople(page, async (where) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectNothingForAxe(page, `${where} in ${colorScheme}`);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    await expect.poll(() => overflowsSideways(page), { message: where }).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
