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
const blocked = (/** @type {number} */ milliseconds) =>
  milliseconds === 0 ? 'none over 50 ms' : `${Math.round(milliseconds)} ms`;

/**
 * @typedef {Record<'firstRow' | 'fullPreview' | 'commit' | 'result' | 'longestBlocked' | 'longestBlockedCommitting', number> & { memory: number | null, memoryToTheEnd: number | null }} Road
 * @typedef {{ read: number, write: number, memory: number | null }} Library
 * @param {{ rows: number, rounds: number, browser: string, road: Road, sheetjs: Library, exceljs: Library }} measured medians
 * @returns {string} Markdown
 */
export function report({ rows, rounds, browser, road, sheetjs, exceljs }) {
  const count = new Intl.NumberFormat('en').format(rows);
  const line = (/** @type {string[]} */ ...cells) => `| ${cells.join(' | ')} |`;
  /**
   * A row that both libraries are held against.
   * @template {number | null} Figure
   * @param {string} what
   * @param {(figure: Figure) => string} words
   * @param {Figure} ours
   * @param {(library: Library) => Figure} theirs
   */
  const against = (what, words, ours, theirs) =>
    line(
      what,
      words(ours),
      ...[sheetjs, exceljs].map(theirs).flatMap((figure) => [words(figure), times(figure, ours)])
    );
  const alone = (/** @type {string} */ what, /** @type {string} */ figure) => line(what, figure, '', '', '', '');
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
    against('first rows seen (theirs: file read)', seconds, road.firstRow, ({ read }) => read),
    against('every row read, checked and previewed (theirs: file read)', seconds, road.fullPreview, ({ read }) => read),
    against(
      'result workbook (theirs: written, without its looks in SheetJS)',
      seconds,
      road.result,
      ({ write }) => write
    ),
    against(
      'preview and result (theirs: read and write)',
      seconds,
      road.fullPreview + road.result,
      ({ read, write }) => read + write
    ),
    against(
      'memory of the tab, growth at the peak (ours: up to the preview; theirs: read and write)',
      megabytes,
      road.memory,
      ({ memory }) => memory
    ),
    alone(
      'commit: passwords sealed, one transaction',
      `${seconds(road.commit)}, ${Math.round(rows / (road.commit / 1000))} rows/s`
    ),
    alone('memory of the tab to the end, commit and result included', megabytes(road.memoryToTheEnd)),
    alone('longest task of the page while reading', blocked(road.longestBlocked)),
    alone('longest task of the page while committing and writing the result', blocked(road.longestBlockedCommitting)),
    '',
    '“Against it” is how many times as long, or as much, the library takes. Muster’s times run from the choice of the file to',
    'what a person sees, checks against the organization included; the libraries’ are the bare calls. Memory is the',
    'largest size of the tab’s process less its size before, as the system counts it. Passwords are being derived in the',
    'background while Muster writes its result.',
    ''
  ].join('\n');
}
