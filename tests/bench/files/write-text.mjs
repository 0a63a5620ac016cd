import { HEADER, madeUpTechnicians } from './made-up-technicians.mjs';

const quoted = (/** @type {unknown} */ value) => {
  const text = typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** CSV as a spreadsheet program saves it: commas, quotes where needed, CRLF. */
export function csvText(/** @type {number} */ rows) {
  const lines = [HEADER.join(',')];
  for (const cells of madeUpTechnicians(rows)) lines.push(cells.map(quoted).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** An array of objects as another program's export has it: booleans and numbers are such, nothing is indented. */
export function jsonText(/** @type {number} */ rows) {
  const items = [];
  for (const cells of madeUpTechnicians(rows)) {
    items.push(JSON.stringify(Object.fromEntries(HEADER.map((name, at) => [name, cells[at]]))));
  }
  return `[${items.join(',\n')}]\n`;
}
