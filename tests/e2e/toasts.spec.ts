import { expect, test } from './fixtures.ts';
import { createGroup, node, selectGroup, setUp } from './kit/organization.ts';
import { field, save } from './kit/people.ts';

test.use({ viewport: { width: 375, height: 620 }, hasTouch: true });

test('on a phone one message at a time stands clear of what was pressed, and a finger pushes it away', async ({
  page
}) => {
  await setUp(page);
  await createGroup(page, 'Europe');
  await createGroup(page, 'Asia');
  const toasts = page.getByRole('region', { name: 'Notifications' }).getByRole('listitem');
  await expect(toasts).toHaveText([/“Asia” created\./]);

  await selectGroup(page, 'Europe');
  await field(page, 'Description').fill('North and south');
  await save(page);
  await expect(toasts).toHaveText([/“Europe” saved|saved/]);
  const button = page.getByRole('button', { name: 'Save changes' });
  await field(page, 'Description').fill('Changed again');
  await field(page, 'Description').press('Tab');
  const covered = async () => {
    const [lower, upper] = await Promise.all([toasts.boundingBox(), button.boundingBox()]);
    return lower !== null && upper !== null && upper.y + upper.height > lower.y;
  };
  await button.focus();
  await expect.poll(covered).toBe(false);

  const box = await toasts.boundingBox();
  if (!box) throw new Error('no toast');
  const touch = { pointerType: 'touch', isPrimary: true, bubbles: true, clientY: box.y + 9 };
  await toasts.dispatchEvent('pointerdown', { ...touch, clientX: 60 });
  await toasts.dispatchEvent('pointermove', { ...touch, clientX: 180 });
  await toasts.dispatchEvent('pointerup', { ...touch, clientX: 180 });
  await expect(toasts).toHaveCount(0);
});

test.describe('on a wide window', () => {
  test.use({ viewport: { width: 1280, height: 800 }, hasTouch: false });

  test('F8 reaches the last message, Escape lets it go and gives the focus back', async ({ page }) => {
    await setUp(page);
    await createGroup(page, 'Europe');
    await node(page, 'Europe').focus();
    await page.keyboard.press('F8');
    await expect(page.getByRole('button', { name: 'Undo' }).last()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByText('“Europe” created.')).toHaveCount(0);
    await expect(node(page, 'Europe')).toBeFocused();
  });
});
