import { test } from './fixtures.ts';
import { expectNothingForAxe } from './kit/accessibility.ts';
import { walk } from './kit/walk.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page in ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await walk(page, (where) => expectNothingForAxe(page, where));
  });
}
