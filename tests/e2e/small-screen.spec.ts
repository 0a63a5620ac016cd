import { expect, test } from './fixtures.ts';
import { overflowsSideways } from './kit/accessibility.ts';
import { walk } from './kit/walk.ts';

test.use({ viewport: { width: 320, height: 640 } });

test('on a screen of 320 pixels the whole road is walked and no page scrolls sideways', async ({ page }) => {
  test.setTimeout(180_000);
  await walk(page, async (where) => expect(await overflowsSideways(page), where).toBe(false));
});
