// `npm run bench [rows] [rounds]`: how fast the first road is, against the libraries, in one run on this machine.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { buildIfSourcesChanged } from './build.mjs';
import { checkNode, installWhatIsMissing, root } from './install.mjs';
import { giveUp, say } from './say.mjs';

checkNode();
installWhatIsMissing();
const complaint = ensureBrowser();
if (complaint !== undefined) giveUp(complaint);
if (!process.env.MUSTER_BUILD) buildIfSourcesChanged();

const { chromium } = await import('@playwright/test');
const { build } = await import('vite');
const { launchOptions } = await import('./find-browser.mjs');
const { serve } = await import('./static-server.mjs');
const { writeAgents } = await import('../tests/bench/made-up-people.mjs');
const { measureLibrary } = await import('../tests/bench/libraries.mjs');
const { measureRoad } = await import('../tests/bench/road.mjs');
const { median, report } = await import('../tests/bench/report.mjs');

const rows = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 3);
const workbook = join(root, `node_modules/.cache/muster/agents-${rows}.xlsx`);
const libraries = join(root, 'test-results/bench-page');

await writeAgents(workbook, rows);
await build({
  configFile: false,
  root: join(root, 'tests/bench/page'),
  base: './',
  logLevel: 'error',
  worker: { format: 'es' },
  build: { outDir: libraries, emptyOutDir: true, chunkSizeWarningLimit: 4000 }
});
copyFileSync(workbook, join(libraries, 'agents.xlsx'));
const product = await serve(process.env.MUSTER_BUILD ?? join(root, 'build'));
const others = await serve(libraries);

let browserName = '';
/** @template T @param {(browser: import('@playwright/test').Browser) => Promise<T>} measure */
async function inFreshBrowser(measure) {
  const browser = await chromium.launch(launchOptions());
  browserName = `Chromium ${browser.version()}`;
  try {
    return await measure(browser);
  } finally {
    await browser.close();
  }
}

const road = [];
const sheetjs = [];
const exceljs = [];
for (let round = 1; round <= rounds; round++) {
  road.push(await inFreshBrowser((browser) => measureRoad(browser, product.address, workbook, rows)));
  sheetjs.push(await inFreshBrowser((browser) => measureLibrary(browser, others.address, 'sheetjs')));
  exceljs.push(await inFreshBrowser((browser) => measureLibrary(browser, others.address, 'exceljs')));
  say(`round ${round}: ${JSON.stringify({ road: road.at(-1), sheetjs: sheetjs.at(-1), exceljs: exceljs.at(-1) })}`);
}
await product.close();
await others.close();

const medians = (/** @type {Record<string, number | null>[]} */ runs) =>
  Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((key) => {
      const values = runs.map((run) => run[key]);
      return [key, values.includes(null) ? null : median(values.map(Number))];
    })
  );
const text = report(
  /** @type {any} */ ({
    rows,
    rounds,
    browser: browserName,
    road: medians(road),
    sheetjs: medians(sheetjs),
    exceljs: medians(exceljs)
  })
);
say(`\n${text}`);
if (rows === 100_000 && rounds >= 3) writeFileSync(join(root, 'docs/performance.md'), text);
