import { cpus, loadavg, release, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';

/** @param {string} name of a package */
const version = (name) =>
  JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

export const median = (/** @type {number[]} */ numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

/** @param {number | null} bytes */
const megabytes = (bytes) => (bytes === null ? 'not told' : `${Math.round(bytes / 1e6)} MB`);
const seconds = (/** @type {number} */ milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
const times = (/** @type {number | null} */ theirs, /** @type {number | null} */ ours) =>
  theirs === null || ours === null ? '' : `${(theirs / ours).toFixed(1)} ×`;

/**
 * @typedef {Record<'firstRow' | 'fullPreview' | 'commit' | 'result' | 'longestBlocked' | 'longestBlockedCommitting', number> & { memory: number | null, memoryToTheEnd: number | null }} Road
 * @typedef {{ read: number, write: number, memory: number | null }} Library
 * @param {{ rows: number, rounds: number, browser: string, road: Road, sheetjs: Library, exceljs: Library }} measured medians
 * @returns {string} Markdown
 */
export function report({ rows, rounds, browser, road, sheetjs, exceljs }) {
  const count = new Intl.NumberFormat('en').format(rows);
  const line = (/** @type {string[]} */ ...cells) => `| ${cells.join(' | ')} |`;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() || process.arch}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}`;
  return [
    '# Performance',
    '',
    `Made by \`npm run bench\`: a workbook of ${count} made-up agents × 3 columns (the same each time), medians of ${rounds} rounds in`,
    'turn, each in a fresh browser, the production build against the libraries in a worker of a page of their own.',
    '',
    `Machine: ${machine}, load average of the last five minutes ${loadavg()[1]?.toFixed(1)}. ${browser}, Node ${process.versions.node}, SheetJS ${version('xlsx')}, exceljs ${version('exceljs')}.`,
    '',
    line('', 'Muster', 'SheetJS', 'against it', 'exceljs', 'against it'),
    line('---', '---:', '---:', '---:', '---:', '---:'),
    line(
      'first rows seen (theirs: file read)',
      seconds(road.firstRow),
      seconds(sheetjs.read),
      times(sheetjs.read, road.firstRow),
      seconds(exceljs.read),
      times(exceljs.read, road.firstRow)
    ),
    line(
      'every row read, checked and previewed (theirs: file read)',
      seconds(road.fullPreview),
      seconds(sheetjs.read),
      times(sheetjs.read, road.fullPreview),
      seconds(exceljs.read),
      times(exceljs.read, road.fullPreview)
    ),
    line(
      'result workbook (theirs: written, without its looks in SheetJS)',
      seconds(road.result),
      seconds(sheetjs.write),
      times(sheetjs.write, road.result),
      seconds(exceljs.write),
      times(exceljs.write, road.result)
    ),
    line(
      'preview and result (theirs: read and write)',
      seconds(road.fullPreview + road.result),
      seconds(sheetjs.read + sheetjs.write),
      times(sheetjs.read + sheetjs.write, road.fullPreview + road.result),
      seconds(exceljs.read + exceljs.write),
      times(exceljs.read + exceljs.write, road.fullPreview + road.result)
    ),
    line(
      'memory of the tab, growth at the peak (ours: up to the preview; theirs: read and write)',
      megabytes(road.memory),
      megabytes(sheetjs.memory),
      times(sheetjs.memory, road.memory),
      megabytes(exceljs.memory),
      times(exceljs.memory, road.memory)
    ),
    line(
      'commit: passwords sealed, one transaction',
      `${seconds(road.commit)}, ${Math.round(rows / (road.commit / 1000))} rows/s`,
      '',
      '',
      '',
      ''
    ),
    line('memory of the tab to the end, commit and result included', megabytes(road.memoryToTheEnd), '', '', '', ''),
    line(
      'longest task of the page while reading',
      road.longestBlocked === 0 ? 'none over 50 ms' : `${Math.round(road.longestBlocked)} ms`,
      '',
      '',
      '',
      ''
    ),
    line(
      'longest task of the page while committing and writing the result',
      road.longestBlockedCommitting === 0 ? 'none over 50 ms' : `${Math.round(road.longestBlockedCommitting)} ms`,
      '',
      '',
      '',
      ''
    ),
    '',
    '“Against it” is how many times as long, or as much, the library takes. Muster’s times run from the choice of the file to',
    'what a person sees, checks against the organization included; the libraries’ are the bare calls. Memory is the',
    'largest size of the tab’s process less its size before, as the system counts it. Passwords are being derived in the',
    'background while Muster writes its result.',
    ''
  ].join('\n');
}
