import { comparison, faster, under, within } from './figures.mjs';

/** @typedef {import('../measurements.mjs').Figures} Figures */

/**
 * A row of the report: a figure of ours, and a peer's where there is one.
 * @typedef {object} Row
 * @property {string} section
 * @property {string} what
 * @property {import('./figures.mjs').Unit} unit
 * @property {number | null} ours
 * @property {string} [peer]
 * @property {number | null} [theirs]
 * @property {import('./figures.mjs').Target} target
 */

const TASK = 50;

/**
 * @param {ReadonlyMap<string, Figures>} measured medians by the measurement's name
 * @param {number} count rows of an ordinary file
 * @returns {Row[]} those that were measured
 */
export function rowsOf(measured, count) {
  const of = (/** @type {string} */ name, /** @type {string} */ figure) => measured.get(name)?.[figure] ?? null;
  const longestTask = (/** @type {string} */ what, /** @type {number | null} */ ours) =>
    /** @type {Row} */ ({
      section: 'import',
      what: `longest task of the page ${what}`,
      unit: 'task',
      ours,
      target: under(TASK, 'task')
    });
  const perRow = (/** @type {string} */ name) => dividedBy(of(name, 'previewed'), of(name, 'rows'));
  const [tenth, tenfold] = [count / 10, count * 10].map((rows) => rows.toLocaleString('en'));
  const unsealed = minus(of('xlsx', 'commit'), of('xlsx', 'sealing'));
  const sheetjsRead = { peer: 'SheetJS read', theirs: of('sheetjs', 'read') };
  const sheetjsWrite = { peer: 'SheetJS write', theirs: of('sheetjs', 'write') };
  const exceljsRead = { peer: 'exceljs read', theirs: of('exceljs', 'read') };
  const puts = { peer: 'plain IndexedDB puts', theirs: of('xlsx', 'puts') };
  const rsi = 'react-spreadsheet-import’s way';

  /** @type {Row[]} */
  const importing = [
    time('.xlsx dropped → every row checked and previewed', of('xlsx', 'previewed'), sheetjsRead, faster(4)),
    time('.xlsx dropped → every row checked and previewed', of('xlsx', 'previewed'), exceljsRead),
    time('.xlsx dropped → every row checked and previewed', of('xlsx', 'previewed'), {
      peer: rsi,
      theirs: of('spreadsheet-import', 'checked')
    }),
    time('.xlsx dropped → first rows visible', of('xlsx', 'firstRows'), sheetjsRead, faster(12)),
    time('result workbook, at once after the commit: click → file', of('xlsx', 'result'), sheetjsWrite, faster(4)),
    time('result workbook, three seconds later: click → file', of('xlsx', 'resultLater'), sheetjsWrite, faster(4)),
    time('result workbook, at once after the commit: click → file', of('xlsx', 'result'), {
      peer: 'exceljs write',
      theirs: of('exceljs', 'write')
    }),
    {
      ...time('peak memory of the tab’s process, growth up to the preview', of('xlsx', 'memory')),
      ...{ unit: 'bytes', peer: 'SheetJS read', theirs: of('sheetjs', 'memory'), target: within(0.5, 'its memory') }
    },
    time(
      'CSV dropped → every row previewed',
      of('csv', 'previewed'),
      { peer: 'PapaParse parse', theirs: of('papaparse', 'parse') },
      within(2, 'its time')
    ),
    time(
      'JSON dropped → every row previewed',
      of('json', 'previewed'),
      { peer: 'JSON.parse', theirs: of('json-parse', 'parse') },
      within(2, 'its time')
    ),
    time('commit without the sealing of passwords: click → summary', unsealed, puts, within(1.2, 'their time')),
    time('commit with the sealing: click → summary', of('xlsx', 'commit'), puts),
    time('of the commit the one transaction that writes everything', of('xlsx', 'transaction'), puts),
    {
      ...{
        section: 'import',
        what: `growth: time for each row of ${tenfold}`,
        unit: 'perRow',
        ours: perRow('tenfold')
      },
      ...{ peer: `each row of ${tenth}`, theirs: perRow('tenth'), target: within(1.3, 'its time') }
    },
    {
      ...longestTask('while reading .xlsx', of('xlsx', 'longestTaskReading')),
      peer: rsi,
      theirs: of('spreadsheet-import', 'longest')
    },
    longestTask('while reading CSV', of('csv', 'longestTaskReading')),
    longestTask('while reading JSON', of('json', 'longestTaskReading')),
    longestTask(`while reading ${tenfold} rows of .xlsx`, of('tenfold', 'longestTaskReading')),
    longestTask('while committing', of('xlsx', 'longestTaskCommitting')),
    longestTask('while the result is written', of('xlsx', 'longestTaskWriting')),
    time(
      `updating: CSV dropped → ${count.toLocaleString('en')} updates of people who exist previewed`,
      of('update', 'previewed')
    ),
    time('updating: commit of those, click → summary', of('update', 'commit'))
  ];

  const limit = (/** @type {Partial<Row>} */ row) =>
    /** @type {Row} */ ({ section: 'limits', unit: 'time', ours: null, target: comparison, ...row });
  const limits = [
    limit({ what: 'a sheet of full height dropped → first rows visible', ours: of('height', 'firstRows') }),
    limit({ what: 'dropped → all of its 1,048,575 rows previewed', ours: of('height', 'previewed') }),
    limit({ what: 'its first 100,000 people imported: click → summary', ours: of('height', 'commit') }),
    limit({ what: 'its result: click → file', ours: of('height', 'result') }),
    limit({
      ...{ what: 'the whole browser’s memory at the highest point of all this', unit: 'bytes' },
      ...{ ours: of('height', 'memory'), target: under(1500e6, 'bytes') }
    }),
    limit({
      ...{ what: 'longest task of the page in all this', unit: 'task' },
      ...{ ours: of('height', 'longest'), target: under(TASK, 'task') }
    }),
    limit({
      what: `the slowest of ${of('attacks', 'files') ?? 0} files made to break readers: dropped → sentence`,
      ours: of('attacks', 'slowest'),
      target: under(2000, 'time')
    }),
    limit({
      ...{ what: 'growth of the tab’s process, the most of these files', unit: 'bytes' },
      ...{ ours: of('attacks', 'memory'), target: under(300e6, 'bytes') }
    })
  ];

  const inTree = (/** @type {Partial<Row>} */ row) =>
    /** @type {Row} */ ({ section: 'tree', unit: 'task', ours: null, ...row });
  const treeTask = (/** @type {string} */ what) =>
    inTree({ what: `longest task while ${what}`, ours: of('tree', what), target: under(TASK, 'task') });
  const tree = [
    inTree({
      what: 'app’s start → first screen',
      unit: 'time',
      ours: of('tree', 'firstScreen'),
      target: under(1000, 'time')
    }),
    ...['expanding', 'selecting', 'scrolling', 'searching'].map(treeTask),
    inTree({ what: 'keystroke → results', unit: 'time', ours: of('tree', 'keystroke'), target: under(100, 'time') }),
    inTree({
      what: 'the slowest keystroke',
      unit: 'time',
      ours: of('tree', 'longestKeystroke'),
      target: under(100, 'time')
    }),
    inTree({
      what: 'memory of the page and its workers, as the browser counts it',
      unit: 'bytes',
      ours: of('tree', 'memory'),
      target: under(200e6, 'bytes')
    }),
    inTree({
      what: 'growth of the tab’s process at its peak',
      unit: 'bytes',
      ours: of('tree', 'processMemory'),
      target: comparison
    })
  ];
  return [...importing, ...limits, ...tree].filter(
    ({ ours, peer, theirs }) => ours !== null && (peer === undefined || theirs !== null)
  );
}

/** @param {string} what @param {number | null} ours @param {{ peer?: string, theirs?: number | null }} [against] @returns {Row} */
function time(what, ours, against = {}, target = comparison) {
  return { section: 'import', what, unit: 'time', ours, ...against, target };
}

const minus = (/** @type {number | null} */ a, /** @type {number | null} */ b) =>
  a === null || b === null ? null : a - b;
const dividedBy = (/** @type {number | null} */ a, /** @type {number | null} */ b) =>
  a === null || b === null ? null : a / b;
