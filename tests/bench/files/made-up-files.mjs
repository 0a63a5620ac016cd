import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText, jsonText } from './write-text.mjs';
import { writeWorkbook } from './write-workbook.mjs';

const writers = {
  xlsx: writeWorkbook,
  csv: (/** @type {string} */ path, /** @type {number} */ rows) => writeFileSync(path, csvText(rows)),
  json: (/** @type {string} */ path, /** @type {number} */ rows) => writeFileSync(path, jsonText(rows))
};

/** Raised when the made-up technicians become others: files of former ones are not taken. */
const EDITION = 1;

/**
 * A file of made-up technicians; written once and then kept.
 * @param {string} folder
 * @param {keyof typeof writers} format
 * @param {number} rows
 * @returns {Promise<string>} its path
 */
export async function madeUpFile(folder, format, rows) {
  const path = join(folder, `technicians-${rows}-${EDITION}.${format}`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  // Under another name until it is whole: a bench that was stopped leaves no half of a file to be measured.
  await writers[format](`${path}.part`, rows);
  renameSync(`${path}.part`, path);
  return path;
}
