import { withCopy, inBrowser } from './measure/fresh-browser.mjs';
import { measureAttacks } from './measure/attacks.mjs';
import { measureFullHeight } from './measure/full-height.mjs';
import { chooseGroup, commit, goToImport, preview, result, resultLater } from './measure/import-road.mjs';
import { parse, readAndWrite, spreadsheetImportsWay } from './measure/libraries.mjs';
import { plainPuts } from './measure/plain-puts.mjs';
import { measureTree, TREE_FLAGS } from './measure/tree.mjs';
import { measureUpdate } from './measure/update.mjs';

/**
 * What the measurements work with: addresses of the product and of the page with the libraries, and how to come by
 * files and profiles, which are made when first asked for.
 * @typedef {object} Bench
 * @property {string} product
 * @property {string} others
 * @property {number} rows
 * @property {(format: 'xlsx' | 'agents' | 'csv' | 'json', rows: number) => Promise<string>} file path of a made-up one
 * @property {() => Promise<string>} emptyProfile of an organization with the group Everyone
 * @property {() => Promise<string>} fullProfile of an organization with 10,000 groups and 100,000 people
 */

/** Times in milliseconds, memory in bytes; null where the system does not tell. @typedef {Record<string, number | null>} Figures */

/**
 * @typedef {object} Measurement
 * @property {string} name
 * @property {string} part of the bench that can be asked for alone
 * @property {number} atMost rounds, however many there are
 * @property {(bench: Bench) => Promise<Figures>} run
 */

const ALL = Infinity;
/** Below the header of the tallest sheet there is. */
const FULL_HEIGHT = 1_048_575;

/** @type {Measurement[]} in the order of a round */
export const measurements = [
  {
    name: 'xlsx',
    part: 'xlsx',
    atMost: ALL,
    async run({ product, rows, file, emptyProfile }) {
      const path = await file('xlsx', rows);
      return withCopy(await emptyProfile(), async (profile) => {
        const road = await inBrowser(profile, async (fresh) => {
          await goToImport(fresh.page, product);
          await chooseGroup(fresh.page);
          const previewed = { ...(await preview(fresh, path, rows)), ...(await commit(fresh)) };
          return { ...previewed, ...(await result(fresh)), ...(await resultLater(fresh)) };
        });
        return { ...road, ...(await inBrowser(profile, (fresh) => plainPuts(fresh, product))) };
      });
    }
  },
  peer('sheetjs', 'xlsx', (task) => readAndWrite(task, 'sheetjs')),
  peer('exceljs', 'xlsx', (task) => readAndWrite(task, 'exceljs'), 1),
  peer('spreadsheet-import', 'xlsx', spreadsheetImportsWay, 1),
  previewOf('csv', 'csv'),
  peer('papaparse', 'csv', (task) => parse(task, 'papaparse')),
  previewOf('json', 'json'),
  peer('json-parse', 'json', (task) => parse(task, 'json')),
  previewOf('xlsx', 'growth', { name: 'tenth', times: 0.1 }),
  previewOf('xlsx', 'growth', { name: 'tenfold', times: 10, atMost: 1 }),
  {
    name: 'tree',
    part: 'tree',
    atMost: 3,
    run: async ({ product, fullProfile }) =>
      withCopy(await fullProfile(), (profile) => inBrowser(profile, (fresh) => measureTree(fresh, product), TREE_FLAGS))
  },
  {
    name: 'update',
    part: 'update',
    atMost: 1,
    run: async ({ product, fullProfile }) =>
      withCopy(await fullProfile(), (profile) => inBrowser(profile, (fresh) => measureUpdate(fresh, product, profile)))
  },
  {
    name: 'height',
    part: 'height',
    atMost: 1,
    async run({ product, file, emptyProfile }) {
      const path = await file('agents', FULL_HEIGHT);
      return withCopy(await emptyProfile(), (profile) =>
        inBrowser(profile, (fresh) => measureFullHeight(fresh, product, path, FULL_HEIGHT))
      );
    }
  },
  {
    name: 'attacks',
    part: 'attacks',
    atMost: 1,
    run: async ({ product, emptyProfile }) => measureAttacks(product, await emptyProfile())
  }
];

/**
 * A library alone, over the same file.
 * @param {string} name
 * @param {'xlsx' | 'csv' | 'json'} format and part
 * @param {(task: import('./measure/libraries.mjs').Task) => Promise<Figures>} work
 * @returns {Measurement}
 */
function peer(name, format, work, atMost = ALL) {
  return {
    name,
    part: format,
    atMost,
    async run({ others: address, rows, file: madeUp }) {
      const file = await madeUp(format, rows);
      return withCopy(null, (profile) => inBrowser(profile, (fresh) => work({ fresh, address, file, rows })));
    }
  };
}

/**
 * Ours up to the preview, with as many times the rows.
 * @param {'xlsx' | 'csv' | 'json'} format
 * @param {string} part
 * @returns {Measurement}
 */
function previewOf(format, part, { name = format, times = 1, atMost = ALL } = {}) {
  return {
    name,
    part,
    atMost,
    async run({ product, rows, file, emptyProfile }) {
      const count = Math.round(rows * times);
      const path = await file(format, count);
      return withCopy(await emptyProfile(), (profile) =>
        inBrowser(profile, async (fresh) => {
          await goToImport(fresh.page, product);
          await chooseGroup(fresh.page);
          return { rows: count, ...(await preview(fresh, path, count)) };
        })
      );
    }
  };
}
