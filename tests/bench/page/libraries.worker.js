import ExcelJS from 'exceljs/dist/exceljs.min.js';
import * as XLSX from 'xlsx';

const libraries = {
  async sheetjs(/** @type {ArrayBuffer} */ bytes) {
    const began = performance.now();
    const book = XLSX.read(bytes, { dense: true });
    const read = performance.now();
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet) throw new Error('no sheet');
    const rows = /** @type {XLSX.CellObject[][]} */ (sheet['!data']);
    rows.forEach((row, index) => (row[3] = { t: 's', v: index === 0 ? 'Result' : 'Created' }));
    sheet['!ref'] = `A1:D${rows.length}`;
    XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true });
    return { rows: rows.length, read: read - began, write: performance.now() - read };
  },

  async exceljs(/** @type {ArrayBuffer} */ bytes) {
    const began = performance.now();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes);
    const read = performance.now();
    const sheet = book.worksheets[0];
    if (!sheet) throw new Error('no sheet');
    sheet.eachRow((row, number) => (row.getCell(4).value = number === 1 ? 'Result' : 'Created'));
    await book.xlsx.writeBuffer();
    return { rows: sheet.rowCount, read: read - began, write: performance.now() - read };
  }
};

addEventListener('message', async ({ data }) => {
  postMessage(await libraries[/** @type {keyof typeof libraries} */ (data.library)](data.bytes));
});
