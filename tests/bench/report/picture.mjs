import { words } from './figures.mjs';

const WIDTH = 860;
const LEFT = 20;
const BARS = 330;
/** Beside the longest bar there is room for the longest name. */
const LONGEST = 270;
const BAR = 12;
const LINE = 16;
const BETWEEN = 16;
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
 * Bars of ours above the peers', each group to a scale of its own.
 * @param {readonly import('./rows.mjs').Row[]} rows
 * @returns {string} SVG, light and dark
 */
export function picture(rows) {
  const compared = rows.filter(({ peer, unit }) => peer !== undefined && unit !== 'perRow');
  const groups = [...new Set(compared.map(({ what }) => what))].map((name) =>
    compared.filter(({ what }) => what === name)
  );
  let y = TOP;
  const drawn = groups.map((group) => {
    const { text, height } = drawGroup(group, y);
    y += height + BETWEEN;
    return text;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img" aria-labelledby="title">
<title id="title">Muster beside the libraries: shorter is better</title>
<style>${STYLE}</style>
<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${y - 1}" rx="10"/>
<text class="title" x="${LEFT}" y="32">Muster beside the libraries</text>
<text class="soft" x="${LEFT}" y="52">Shorter is better; each group of bars has a scale of its own.</text>
${drawn.join('\n')}
</svg>
`;
}

/** @param {readonly import('./rows.mjs').Row[]} group with the same figure of ours @param {number} top */
function drawGroup(group, top) {
  const [{ what = '', unit = 'time', ours = 0 } = {}] = group;
  const bars = [{ name: 'Muster', figure: ours ?? 0 }];
  for (const { peer = '', theirs } of group) bars.push({ name: peer, figure: theirs ?? 0 });
  const longest = Math.max(...bars.map(({ figure }) => figure));
  const drawn = bars.map(({ name, figure }, at) => {
    const length = Math.max(1, (figure / longest) * LONGEST);
    const y = top + at * LINE;
    return (
      `<rect class="${at === 0 ? 'ours' : 'theirs'}" x="${BARS}" y="${y}" width="${length.toFixed(1)}" height="${BAR}" rx="2"/>` +
      `<text class="soft" x="${(BARS + length + 6).toFixed(1)}" y="${y + BAR - 2}">${escaped(`${name} ${words[unit](figure)}`)}</text>`
    );
  });
  const lines = broken(what).map((text, at) => `<text x="${LEFT}" y="${top + 10 + at * LINE}">${escaped(text)}</text>`);
  return { text: [...lines, ...drawn].join('\n'), height: Math.max(lines.length, bars.length) * LINE };
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
