import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { takeAction } from './kit/keys.ts';
import { createGroup, exploreSample, node, setUp } from './kit/organization.ts';

const dialog = (page: Page) => page.getByRole('dialog');

/** In the open Move to… dialog. */
async function moveTo(page: Page, group: string): Promise<void> {
  await expect(dialog(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(group);
  await expect(dialog(page).getByRole('radio')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
}

test('groups are moved, marked together and deleted with their content, by keyboard alone', async ({ page }) => {
  await setUp(page);
  const { keyboard } = page;
  for (const name of ['Asia', 'Europe']) await createGroup(page, name);
  await createGroup(page, 'Oslo', 'Europe');
  await createGroup(page, 'Rome', 'Europe');

  await test.step('a group is never offered itself, what is below it, or where it is', async () => {
    await node(page, 'Europe').focus();
    await takeAction(page, 'Move to…');
    await expect(dialog(page).getByRole('radio')).toHaveCount(1);
    await expect(dialog(page).getByRole('radio', { name: /Asia/ })).toBeVisible();
    await keyboard.press('Escape');
    await expect(node(page, 'Europe')).toBeFocused();
  });

  await test.step('two of them are marked and moved at once, and undone at once', async () => {
    await node(page, 'Oslo').focus();
    await keyboard.press('Shift+ArrowDown');
    await expect(node(page, 'Rome')).toBeFocused();
    for (const name of ['Oslo', 'Rome']) await expect(node(page, name)).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('heading', { name: '2 technician groups selected' })).toBeVisible();
    await takeAction(page, 'Move to…');
    await moveTo(page, 'Asia');
    await expect(page.getByText('2 technician groups moved to Asia.')).toBeVisible();
    await expect(node(page, 'Europe')).not.toHaveAttribute('aria-expanded');
    await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
    await expect(node(page, 'Europe')).toHaveAttribute('aria-expanded', 'true');
  });

  await test.step('Ctrl+A marks the siblings, Escape lets them go', async () => {
    await node(page, 'Oslo').focus();
    await keyboard.press('ControlOrMeta+A');
    await expect(node(page, 'Rome')).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: /selected$/ })).toHaveCount(0);
  });

  await test.step('a group that holds something says what, and sends it elsewhere first', async () => {
    await node(page, 'Europe').focus();
    await keyboard.press('Delete');
    await expect(dialog(page)).toContainText('Still inside: 2 technician groups.');
    await moveTo(page, 'Asia');
    await expect(node(page, 'Europe')).toHaveCount(0);
    await expect(node(page, 'Oslo')).toHaveAttribute('aria-level', '4');
    await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
    await expect(node(page, 'Europe')).toHaveAttribute('aria-expanded', 'true');
  });
});

test('people are renamed, switched off, moved and deleted from their menu', async ({ page }) => {
  await exploreSample(page);
  const { keyboard } = page;
  await node(page, 'Asia Pacific').dblclick();
  await node(page, 'Pune').dblclick();
  await node(page, 'Escalations').dblclick();
  const technician = page.getByRole('treeitem', { level: 6 }).first();
  await expect(technician).not.toHaveAccessibleName('Reading…');
  const before = (await technician.getAttribute('aria-label')) ?? '';

  await technician.focus();
  await takeAction(page, 'Rename');
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('AAA First');
  await keyboard.press('Enter');
  await expect(page.getByText(`“${before}” is now called “AAA First”.`)).toBeVisible();
  await node(page, 'AAA First').focus();
  await takeAction(page, 'Disable');
  await expect(node(page, 'AAA First')).toHaveAttribute('aria-description', /Disabled/);
  await node(page, 'AAA First').focus();
  await takeAction(page, 'Move to…');
  await moveTo(page, 'Summer 2026');
  await expect(page.getByText('“AAA First” moved to Summer 2026.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await node(page, 'AAA First').focus();
  await keyboard.press('Delete');
  await expect(node(page, 'AAA First')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(node(page, 'AAA First')).toBeVisible();
});

test('what is dragged shows where it would go, says so, and never goes under itself', async ({ page }) => {
  await setUp(page);
  for (const name of ['Asia', 'Europe']) await createGroup(page, name);
  await createGroup(page, 'Oslo', 'Europe');
  const said = page.getByRole('status').filter({ hasText: /Over|cannot go|Dragging/ });

  await node(page, 'Oslo').hover();
  await page.mouse.down();
  await node(page, 'Asia').hover();
  await node(page, 'Asia').hover();
  await expect(said).toHaveText('Over Asia. Drop to move.');
  await page.mouse.up();
  await expect(page.getByText('“Oslo” moved to Asia.')).toBeVisible();

  await node(page, 'Asia').hover();
  await page.mouse.down();
  await node(page, 'Oslo').hover();
  await node(page, 'Oslo').hover();
  await expect(said).toHaveText('Oslo: it cannot go there.');
  await page.mouse.up();
  await expect(node(page, 'Oslo')).toHaveAttribute('aria-level', '4');
  await expect(said).toHaveCount(0);
});

test('an administrator dragged onto a group is assigned to it, until it is undone', async ({ page }) => {
  await exploreSample(page);
  await node(page, 'Administrators').dblclick();
  const administrator = page.getByRole('treeitem', { level: 3 }).first();
  const name = (await administrator.getAttribute('aria-label')) ?? '';
  const assigned = () => page.getByRole('listitem').filter({ hasText: name });
  await node(page, 'Contractors').click();
  await expect(page.getByRole('tab', { name: 'Properties' })).toBeVisible();
  await expect(assigned()).toHaveCount(0);

  await administrator.dragTo(node(page, 'Contractors'));
  await expect(page.getByText(`“${name}” assigned to Contractors.`)).toBeVisible();
  await expect(assigned()).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(assigned()).toHaveCount(0);
});
