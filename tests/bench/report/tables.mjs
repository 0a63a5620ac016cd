import { words } from './figures.mjs';

/** @typedef {import('./rows.mjs').Row} Row */

const TITLES = { import: '## Import', limits: '## Limits', tree: '## Organization tree' };

const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;

/**
 * @param {readonly Row[]} rows
 * @param {string} section
 * @returns {string} a table in Markdown; '' without rows
 */
export function table(rows, section) {
  const own = rows.filter((row) => row.section === section);
  if (own.length === 0) return '';
  return [
    line(['what', 'Muster', 'the peer', 'ratio', 'target', 'met']),
    line(['---', '---:', '---:', '---:', '---', '---']),
    ...own.map((row) => line(cells(row)))
  ].join('\n');
}

/** @param {Row} row */
function cells({ what, unit, ours, peer, theirs, target }) {
  const say = words[unit];
  const figure = ours ?? NaN;
  const other = theirs ?? NaN;
  const met = target.words === '' ? '' : target.holds(figure, other) ? 'yes' : '**no**';
  return [
    what,
    say(figure),
    peer === undefined ? '' : `${peer} ${say(other)}`,
    peer === undefined ? '' : target.ratio(figure, other),
    target.words,
    met
  ];
}

/** All of them with their titles, for the terminal. */
export const tables = (/** @type {readonly Row[]} */ rows) =>
  Object.entries(TITLES)
    .map(([section, title]) => ({ title, text: table(rows, section) }))
    .filter(({ text }) => text !== '')
    .map(({ title, text }) => `${title}\n\n${text}`)
    .join('\n\n');
