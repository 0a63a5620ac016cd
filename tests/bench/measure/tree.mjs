import { watchMemory } from './memory.mjs';

/** Chromium looks at a page's memory at once instead of at its next great clearing. */
export const TREE_FLAGS = ['--enable-blink-features=ForceEagerMeasureMemory'];

const TYPED = ['kovacs', 'desk 4711', 'agent.99999@', 'Harbour', 'İpek'];
/** As fast as people type. */
const BETWEEN_KEYS = 120;

/**
 * The organization page with 10,000 groups and 100,000 people, as a person starts the app and uses it.
 * @param {import('./fresh-browser.mjs').Fresh} fresh over a filled profile
 * @param {string} address of the product
 */
export async function measureTree({ page, browser }, address) {
  await page.addInitScript(watchTree);
  // What a browser does in its own first second is not the app's start.
  await page.waitForTimeout(1000);
  const memory = await watchMemory(browser);
  await page.goto(`${address}organization/`);
  await page.waitForFunction(() => 'firstScreen' in /** @type {any} */ (globalThis).tree);
  await page.waitForTimeout(1000);
  const part = (/** @type {string} */ name) =>
    page.evaluate((now) => /** @type {any} */ (globalThis.tree.part = now), name);
  const tree = page.getByRole('tree', { name: 'Organization tree' });
  const row = (/** @type {number} */ at) => tree.getByRole('treeitem').nth(at);

  await part('expanding');
  await row(4).click();
  for (let level = 0; level < 5; level++) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(100);
  }
  await page.keyboard.press('*');
  await page.waitForTimeout(300);

  await part('selecting');
  for (const at of [3, 6, 9, 12, 5]) {
    await row(at).click();
    await page.waitForTimeout(150);
  }

  await part('scrolling');
  await row(6).hover();
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.wheel(0, turn % 8 === 7 ? -2000 : 600);
    await page.waitForTimeout(16);
  }
  for (const share of [0.5, 1, 0.2, 0]) {
    await tree.evaluate((list, where) => (list.scrollTop = list.scrollHeight * where), share);
    await page.waitForTimeout(100);
  }

  await part('searching');
  const search = page.getByRole('searchbox', { name: 'Search the organization' });
  for (const words of TYPED) {
    await search.click();
    for (const key of words) {
      await page.keyboard.insertText(key);
      await page.waitForTimeout(BETWEEN_KEYS);
    }
    await page.keyboard.press('Escape');
    await page.waitForTimeout(BETWEEN_KEYS);
  }
  await part('after');
  return { ...(await page.evaluate(takeTree)), processMemory: await memory.peakGrowth() };
}

/** Runs in the page before the product does. */
function watchTree() {
  const longest = /** @type {Record<string, number>} */ ({});
  const keys = /** @type {number[]} */ ([]);
  const tree = /** @type {Record<string, any>} */ ({ part: 'starting', longest, keys });
  Object.assign(globalThis, { tree });
  let pressed = 0;
  addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'search' && target.value.trim())
      pressed = performance.now();
  });
  const look = () => {
    requestAnimationFrame(look);
    tree['firstScreen'] ??= document.querySelector('[role="treeitem"][aria-level="3"]') ? performance.now() : undefined;
    if (pressed > 0 && !document.querySelector('[aria-busy="true"] [type="search"]')) {
      keys.push(performance.now() - pressed);
      pressed = 0;
    }
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      longest[tree['part']] = Math.max(longest[tree['part']] ?? 0, duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page: what was watched, and its memory as the browser counts it, workers included. */
async function takeTree() {
  const { firstScreen, longest, keys } = /** @type {any} */ (globalThis).tree;
  /** @type {{ bytes: number } | undefined} */
  const memory = await Reflect.get(performance, 'measureUserAgentSpecificMemory')?.call(performance);
  const task = (/** @type {string} */ part) => Number(longest[part] ?? 0);
  const sorted = [...keys].sort((a, b) => a - b);
  return {
    firstScreen: Number(firstScreen),
    starting: task('starting'),
    expanding: task('expanding'),
    selecting: task('selecting'),
    scrolling: task('scrolling'),
    searching: task('searching'),
    keystroke: Number(sorted[Math.floor(sorted.length / 2)]),
    longestKeystroke: Number(sorted.at(-1)),
    memory: memory?.bytes ?? null
  };
}
