import { expect, test } from './fixtures.ts';
import { expectNothingForAxe } from './kit/accessibility.ts';
import { walk } from './kit/walk.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page in ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await walk(page, (where) => expectNothingForAxe(page, where));
  });
}

test('who wants no motion sees the colours of another scheme at once, not in a wave', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto('./');
  await expect(page.getByRole('button').first()).toBeVisible();
  const look = () =>
    page.evaluate(() => ({
      colours: [...document.querySelectorAll('body *')].map((element) => getComputedStyle(element).color),
      moving: document.getAnimations().length
    }));
  const light = await look();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await look();
  expect(dark.moving).toBe(0);
  expect(dark.colours).not.toEqual(light.colours);
});
