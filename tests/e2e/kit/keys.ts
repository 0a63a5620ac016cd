import { expect, type Locator, type Page } from '@playwright/test';

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** Presses a key until the focus stands on it, as somebody without a pointer would. */
export async function pressUntil(page: Page, key: string, target: Locator, most = 80): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let step = 0; step < most && !(await hasFocus(target)); step++) await page.keyboard.press(key);
  expect(await hasFocus(target), `${key} reaches ${String(target)}`).toBe(true);
}

/** Types into a field that Tab reaches; what stands in it goes. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await pressUntil(page, 'Tab', target);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

export async function pressButton(page: Page, target: Locator): Promise<void> {
  await pressUntil(page, 'Tab', target);
  await page.keyboard.press('Enter');
}

/** Opens the menu of the row that has the focus, and takes an action from it by its arrows. */
export async function takeAction(page: Page, action: string): Promise<void> {
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await pressUntil(page, 'ArrowDown', page.getByRole('menuitem', { name: action, exact: true }), 12);
  await page.keyboard.press('Enter');
}

/** To a row of the tree, by the first letters of its name. */
export async function goToRow(page: Page, name: string): Promise<void> {
  const tree = page.getByRole('tree', { name: 'Organization tree' });
  const row = tree.getByRole('treeitem', { name, exact: true });
  await expect(row).toBeVisible();
  await pressUntil(page, 'Tab', tree.locator('[role="treeitem"][tabindex="0"]'));
  await page.keyboard.press('Home');
  await page.keyboard.type(name);
  await expect(row).toBeFocused();
}
