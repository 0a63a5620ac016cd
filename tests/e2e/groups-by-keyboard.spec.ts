import { expect, test } from './fixtures.ts';
import { takeAction } from './kit/keys.ts';
import { node, setUp } from './kit/organization.ts';

test('groups are made, nested, renamed, switched off and deleted without a pointer', async ({ page }) => {
  await setUp(page);
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');

  await test.step('create one from the menu key', async () => {
    await node(page, 'Technician Groups').focus();
    await takeAction(page, 'Create group');
    await expect(dialog.getByRole('textbox', { name: 'Group name' })).toBeFocused();
    await keyboard.type('Europe');
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(node(page, 'Europe')).toBeVisible();
  });

  await test.step('create another one inside', async () => {
    await node(page, 'Europe').focus();
    await takeAction(page, 'Create group');
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
    await keyboard.type('Hungary');
    await keyboard.press('Enter');
    await expect(node(page, 'Hungary')).toHaveAttribute('aria-level', '4');
  });

  await test.step('walk by arrows, close and open', async () => {
    await node(page, 'Hungary').focus();
    await keyboard.press('ArrowLeft');
    await expect(node(page, 'Europe')).toBeFocused();
    await keyboard.press('ArrowLeft');
    await expect(node(page, 'Europe')).toHaveAttribute('aria-expanded', 'false');
    await expect(node(page, 'Hungary')).toHaveCount(0);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await expect(node(page, 'Hungary')).toBeFocused();
    await keyboard.press('Home');
    await expect(node(page, 'Example Ltd')).toBeFocused();
    await keyboard.type('hun');
    await expect(node(page, 'Hungary')).toBeFocused();
  });

  await test.step('rename', async () => {
    await keyboard.press('F2');
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type('Budapest');
    await keyboard.press('Enter');
    await expect(node(page, 'Budapest')).toBeFocused();
  });

  await test.step('read its number on the panel', async () => {
    await keyboard.press('Enter');
    await expect(page.getByRole('status', { name: 'Tech Group ID' })).toHaveText(/^\d+$/);
    await expect(page.getByRole('button', { name: 'Copy Tech Group ID' })).toBeVisible();
  });

  await test.step('switch off', async () => {
    await node(page, 'Budapest').focus();
    await takeAction(page, 'Disable');
    await expect(node(page, 'Budapest')).toHaveAttribute('aria-description', /Disabled/);
  });

  await test.step('delete, undo from the toast, and delete for good', async () => {
    await node(page, 'Budapest').focus();
    await takeAction(page, 'Delete');
    await expect(node(page, 'Budapest')).toHaveCount(0);
    await keyboard.press('F8');
    await expect(page.getByRole('button', { name: 'Undo' }).last()).toBeFocused();
    await keyboard.press('Enter');
    await expect(node(page, 'Budapest')).toHaveAttribute('aria-description', /Disabled/);
    await node(page, 'Budapest').focus();
    await keyboard.press('Delete');
    await expect(node(page, 'Budapest')).toHaveCount(0);
    await page.reload();
    await expect(node(page, 'Europe')).toBeVisible();
    await expect(node(page, 'Budapest')).toHaveCount(0);
  });
});
