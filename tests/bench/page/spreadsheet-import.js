import * as XLSX from 'xlsx';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const NOT_EMPTY = ['Name', 'Email', 'Password', 'Enabled', 'Standard License', 'Mobile License'];

/**
 * The way of react-spreadsheet-import, without its components: SheetJS (dense) on the page's own thread, the sheet as
 * rows of text, the rows as objects by their header, then each rule over all rows.
 * @param {ArrayBuffer} bytes of a technicians workbook
 * @returns {{ row: Record<string, string>, errors: Record<string, string> | undefined }[]}
 */
export function importAsSpreadsheetImport(bytes) {
  const book = XLSX.read(bytes, { cellDates: true, dense: true, codepage: 65001 });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  /** @type {string[][]} */
  const [header = [], ...lines] = XLSX.utils.sheet_to_json(sheet, { header: 1, blankrows: false, raw: false });
  const rows = lines.map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])));

  /** @type {(Record<string, string> | undefined)[]} */
  const errors = rows.map(() => undefined);
  const fault = (/** @type {number} */ row, /** @type {string} */ field, /** @type {string} */ message) => {
    errors[row] = { ...errors[row], [field]: message };
  };
  for (const field of NOT_EMPTY) {
    rows.forEach((row, at) => row[field] === '' && fault(at, field, 'Field is required'));
  }
  const seen = new Map();
  rows.forEach((row) => seen.set(row['Email'], (seen.get(row['Email']) ?? 0) + 1));
  rows.forEach((row, at) => seen.get(row['Email']) > 1 && fault(at, 'Email', 'Field must be unique'));
  rows.forEach((row, at) => !EMAIL.test(row['Email'] ?? '') && fault(at, 'Email', 'No email address'));
  return rows.map((row, at) => ({ row, errors: errors[at] }));
}
