import ExcelJS from 'exceljs/dist/exceljs.min.js';
import Papa from 'papaparse';
import * as XLSX from 'xlsx';

const RESULT_COLUMN = 10;

/** What was read last: it is written later, after the memory was looked at. @type {any} */
let book = null;

/** Each is the bare call of the library and nothing beside it. @type {Record<string, (input: any) => unknown>} */
const calls = {
  'sheetjs-read': (/** @type {ArrayBuffer} */ bytes) => (book = XLSX.read(bytes, { dense: true })),
  'sheetjs-write': () => XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }),
  'exceljs-read': (/** @type {ArrayBuffer} */ bytes) => (book = new ExcelJS.Workbook()).xlsx.load(bytes),
  'exceljs-write': () => book.xlsx.writeBuffer(),
  'papaparse-parse': (/** @type {string} */ text) => Papa.parse(text, { skipEmptyLines: true }),
  'json-parse': (/** @type {string} */ text) => JSON.parse(text)
};

/** How many rows a call gave, the header among them where there is one. @type {Record<string, (output: any) => number>} */
const rows = {
  'sheetjs-read': ({ SheetNames, Sheets }) => Sheets[SheetNames[0]]['!data'].length,
  'exceljs-read': ({ worksheets }) => worksheets[0].rowCount,
  'papaparse-parse': ({ data }) => data.length,
  'json-parse': ({ length }) => length + 1
};

/** The Result column, before the time of writing begins. @type {Record<string, () => void>} */
const before = {
  'sheetjs-write'() {
    const sheet = book.Sheets[book.SheetNames[0]];
    const lines = /** @type {XLSX.CellObject[][]} */ (sheet['!data']);
    lines.forEach((cells, at) => (cells[RESULT_COLUMN] = { t: 's', v: at === 0 ? 'Result' : 'Created' }));
    sheet['!ref'] = `A1:K${lines.length}`;
  },
  'exceljs-write'() {
    const [sheet] = book.worksheets;
    for (let number = 1; number <= sheet.rowCount; number++)
      sheet.getRow(number).getCell(RESULT_COLUMN + 1).value = number === 1 ? 'Result' : 'Created';
  }
};

addEventListener('message', async ({ data: { call, input } }) => {
  try {
    before[call]?.();
    const began = performance.now();
    const output = await calls[call]?.(input);
    postMessage({ took: performance.now() - began, rows: rows[call]?.(output) });
  } catch (fault) {
    postMessage({ fault: String(fault) });
  }
});
