import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import ExcelJS from 'exceljs';

const GIVEN =
  'Ada Björn Chloé Dmitri Élise Fatima Gergő Hana İpek João Kwame Léa Małgorzata Noor Ötzi Priya Quentin Róza Søren Tomáš'.split(
    ' '
  );
const FAMILY =
  'Abe Bauer Çelik Dubois Eriksen Fernández García Horváth Ivanova Jansen Kovács Lindqvist Müller Nguyễn O’Brien Papadopoulos Quispe Rossi Šimić Tanaka'.split(
    ' '
  );

/**
 * Writes an agents workbook of made-up people, the same ones each time.
 * @param {string} path
 * @param {number} rows
 */
export async function writeAgents(path, rows) {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const next = seeded(20261122);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('Agents', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(['Name', 'Email', 'Password']).commit();
  for (let row = 0; row < rows; row++) {
    const given = GIVEN[Math.floor(next() * GIVEN.length)];
    const family = FAMILY[Math.floor(next() * FAMILY.length)];
    const password = `Pw%${Math.floor(next() * 2 ** 32).toString(36)}Q7`;
    sheet.addRow([`${given} ${family}`, `agent.${row}@example.org`, password]).commit();
  }
  await workbook.commit();
}

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function seeded(/** @type {number} */ state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
