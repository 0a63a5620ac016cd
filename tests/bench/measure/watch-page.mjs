/**
 * Runs in the page: notes the frame in which each thing is first seen, and every task of the page over 50 ms.
 * A moment counts from the event of the person's own doing to the frame that shows what came of it.
 * @param {string} total the rows of the file as the page writes them: a preview with fewer is not whole
 */
export function watchPage(total) {
  const seen = /** @type {Record<string, number>} */ ({});
  const tasks = /** @type {{ from: number, to: number }[]} */ ([]);
  Object.assign(globalThis, { seen, tasks });
  const note = (/** @type {string} */ name) => (seen[name] ??= performance.now());
  const button = (/** @type {string} */ words) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));

  addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'file') note('chosen');
    },
    true
  );
  addEventListener(
    'click',
    ({ target }) => {
      const words = target instanceof Element ? (target.closest('button')?.textContent ?? '') : '';
      if (words.includes('Start import')) note('started');
      if (words.includes('Download result')) note('asked');
    },
    true
  );
  const createObjectURL = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    if (seen['asked']) note('result');
    return createObjectURL(object);
  };

  const look = () => {
    requestAnimationFrame(look);
    if (!seen['chosen']) return;
    if (!seen['firstRows'] && document.querySelector('[role="grid"] [role="rowheader"]')?.textContent)
      note('firstRows');
    if (seen['started']) {
      if (button('Download result')) note('committed');
      return;
    }
    const start = button('Start import');
    if (start && !start.disabled && start.textContent.includes(total)) note('previewed');
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ from: startTime, to: startTime + duration });
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page: another result will be noted anew. */
export function forgetResult() {
  const { seen } = /** @type {any} */ (globalThis);
  delete seen.asked;
  delete seen.result;
}

/**
 * Waits until the watched page has seen something.
 * @param {import('@playwright/test').Page} page
 * @param {string} moment
 */
export async function untilSeen(page, moment) {
  await page.waitForFunction((name) => name in /** @type {any} */ (globalThis).seen, moment);
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ between: (from: string, to: string) => number, longest: (from: string, to: string) => number }>}
 * milliseconds from one moment to another, and of the longest task between them (0: none over 50 ms)
 */
export async function whatWasSeen(page) {
  const { seen, tasks } = await page.evaluate(async () => {
    // Long tasks are told after they end.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { seen, tasks } = /** @type {any} */ (globalThis);
    return /** @type {{ seen: Record<string, number>, tasks: { from: number, to: number }[] }} */ ({ seen, tasks });
  });
  const moment = (/** @type {string} */ name) => seen[name] ?? NaN;
  return {
    between: (from, to) => moment(to) - moment(from),
    longest: (from, to) =>
      Math.max(
        0,
        ...tasks.filter((task) => task.to > moment(from) && task.from < moment(to)).map((task) => task.to - task.from)
      )
  };
}
