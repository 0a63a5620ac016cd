import { words } from './figures.mjs';

const WIDTH = 860;
const LEFT = 20;
const BARS = 330;
const LONGEST = 360;
const BAR = 12;
const ROW = 50;
const TOP = 78;

const STYLE = `
  .card { fill: #ffffff; stroke: #d9dee6; }
  text { font: 12px system-ui, sans-serif; fill: #1d2733; }
  .title { font-size: 16px; font-weight: 600; }
  .soft { fill: #5b6775; }
  .ours { fill: #2f6fd0; }
  .theirs { fill: #b7c0cc; }
  @media (prefers-color-scheme: dark) {
    .card { fill: #161b22; stroke: #323b46; }
    text { fill: #e3e8ee; }
    .soft { fill: #9aa6b3; }
    .ours { fill: #6ea0ee; }
    .theirs { fill: #4d5866; }
  }
`;

const escaped = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Bars of ours beside the peer's, each pair to a scale of its own.
 * @param {readonly import('./rows.mjs').Row[]} rows
 * @returns {string} SVG, light and dark
 */
export function picture(rows) {
  const pairs = rows.filter(({ theirs }) => theirs !== undefined && theirs !== null);
  const height = TOP + pairs.length * ROW + 14;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">Muster beside the libraries: shorter is better</title>
<style>${STYLE}</style>
<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="10"/>
<text class="title" x="${LEFT}" y="32">Muster beside the libraries</text>
<text class="soft" x="${LEFT}" y="52">Shorter is better; each pair of bars has a scale of its own.</text>
${pairs.map(pair).join('\n')}
</svg>
`;
}

/** @param {import('./rows.mjs').Row} row @param {number} at */
function pair({ what, unit, ours, peer, theirs }, at) {
  const figures = [ours ?? 0, theirs ?? 0];
  const top = TOP + at * ROW;
  const [title = '', ...more] = broken(what);
  const bars = figures.map((figure, of) => {
    const length = Math.max(1, (figure / Math.max(...figures)) * LONGEST);
    const y = top + of * (BAR + 4);
    const said = `${of === 0 ? 'Muster' : peer} ${words[unit](figure)}`;
    return (
      `<rect class="${of === 0 ? 'ours' : 'theirs'}" x="${BARS}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" rx="2"/>` +
      `<text class="soft" x="${(BARS + length + 6).toFixed(1)}" y="${y + BAR - 2}">${escaped(said)}</text>`
    );
  });
  const lines = [title, ...more].map(
    (text, of) => `<text x="${LEFT}" y="${top + 10 + of * 16}">${escaped(text)}</text>`
  );
  return [...lines, ...bars].join('\n');
}

/** In lines that fit beside the bars. @param {string} text */
function broken(text) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 48) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
