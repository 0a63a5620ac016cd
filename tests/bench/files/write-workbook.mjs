import { open } from 'node:fs/promises';
import { HEADER, madeUpTechnicians } from './made-up-technicians.mjs';
import { ZipPart, zipOf } from './zip-part.mjs';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PART_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Columns whose texts never come twice; what the others hold is looked up, as programs do. */
const ALL_DIFFERENT = new Set(['Email', 'Single Sign-On ID', 'Password']);
const AT_ONCE = 2000;

/**
 * Writes the made-up technicians as spreadsheet programs do: texts shared, truth values and numbers as such.
 * @param {string} path
 * @param {number} rows
 * @param {readonly string[]} [columns] of HEADER, in its order
 */
export async function writeWorkbook(path, rows, columns = HEADER) {
  const strings = new ZipPart('xl/sharedStrings.xml');
  const sheet = new ZipPart('xl/worksheets/sheet1.xml');
  /** @type {Map<string, number>} */
  const known = new Map();
  let count = 0;
  let shared = `${XML}<sst xmlns="${MAIN}">`;
  const share = (/** @type {string} */ text, /** @type {boolean} */ maybeKnown) => {
    const found = maybeKnown ? known.get(text) : undefined;
    if (found !== undefined) return found;
    shared += `<si><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`;
    if (maybeKnown) known.set(text, count);
    return count++;
  };
  const cell = (/** @type {unknown} */ value, /** @type {number} */ column, /** @type {number} */ row) => {
    const at = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${Number(value)}</v></c>`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    return `<c r="${at}" t="s"><v>${share(String(value), row === 1 || !ALL_DIFFERENT.has(columns[column] ?? ''))}</v></c>`;
  };
  const line = (/** @type {readonly unknown[]} */ cells, /** @type {number} */ row) =>
    `<row r="${row}" spans="1:${columns.length}">${cells.map((value, column) => cell(value, column, row)).join('')}</row>`;

  let rowsText = `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:${String.fromCharCode(64 + columns.length)}${rows + 1}"/><sheetData>${line(columns, 1)}`;
  let row = 1;
  const places = columns.map((column) => HEADER.indexOf(column));
  for (const technician of madeUpTechnicians(rows)) {
    rowsText += line(
      places.map((place) => technician[place]),
      ++row
    );
    if (row % AT_ONCE > 0) continue;
    await Promise.all([sheet.add(rowsText), strings.add(shared)]);
    rowsText = shared = '';
  }
  await Promise.all([sheet.add(`${rowsText}</sheetData></worksheet>`), strings.add(`${shared}</sst>`)]);

  const file = await open(path, 'w');
  for await (const bytes of zipOf([...(await smallParts()), strings, sheet])) await file.write(bytes);
  await file.close();
}

/** What a package needs beside its sheet and texts. */
async function smallParts() {
  const relation = (/** @type {number} */ id, /** @type {string} */ type, /** @type {string} */ target) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (/** @type {string[]} */ ...each) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
  const type = (/** @type {string} */ part, /** @type {string} */ kind) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${PART_TYPE}.${kind}+xml"/>`;
  const parts = {
    '[Content_Types].xml':
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${type('workbook', 'sheet.main')}${type('worksheets/sheet1', 'worksheet')}${type('sharedStrings', 'sharedStrings')}${type('styles', 'styles')}</Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Technicians" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation(1, 'worksheet', 'worksheets/sheet1.xml'),
      relation(2, 'sharedStrings', 'sharedStrings.xml'),
      relation(3, 'styles', 'styles.xml')
    ),
    'xl/styles.xml':
      `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>'
  };
  return Promise.all(
    Object.entries(parts).map(async ([name, text]) => {
      const part = new ZipPart(name);
      await part.add(text);
      return part;
    })
  );
}
