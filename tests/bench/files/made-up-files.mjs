import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText, jsonText } from './write-text.mjs';
import { writeWorkbook } from './write-workbook.mjs';

/** `agents` is the workbook of **Import users**: its three columns only. */
const writers = {
  xlsx: (/** @type {string} */ path, /** @type {number} */ rows) => writeWorkbook(path, rows),
  agents: (/** @type {string} */ path, /** @type {number} */ rows) =>
    writeWorkbook(path, rows, ['Name', 'Email', 'Password']),
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
  const [kind, ending] = format === 'agents' ? ['agents', 'xlsx'] : ['technicians', format];
  const path = join(folder, `${kind}-${rows}-${EDITION}.${ending}`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  // Under another name until it is whole: a bench that was stopped leaves no half of a file to be measured.
  await writers[format](`${path}.part`, rows);
  renameSync(`${path}.part`, path);
  return path;
}
