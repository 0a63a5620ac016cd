/** What is asked of every file, whole or mutated: it ends in rows or in a failure, and its result says the same. */
import { annotateWorkbook } from '#lib/spreadsheet/annotate/annotate-workbook.ts';
import { maskWorkbook } from '#lib/spreadsheet/annotate/mask-workbook.ts';
import { openSpreadsheet } from '#lib/spreadsheet/open-spreadsheet.ts';
import { isFileFailure, type SheetRow } from '#lib/spreadsheet/spreadsheet.ts';

const MASK = '••••••••';

interface ReadSheet {
  readonly rows: readonly SheetRow[];
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A failure's code, or the sheets that could be read whole. */
type Reading = string | { readonly format: string; readonly sheets: readonly (ReadSheet | undefined)[] };

/**
 * Reads a file in all ways, and tells in one word how that ended. Throws where something is not as it must be.
 * `choice` picks the sheet to annotate and the column to mask.
 */
export async function examine(name: string, file: Blob, choice: number): Promise<string> {
  const reading = await readWhole(name, file);
  if (typeof reading === 'string') return reading;
  const { format, sheets } = reading;
  if (format !== 'xlsx' && format !== 'xlsm') return 'read';
  const sheet = choice % sheets.length;
  const original = sheets[sheet];
  const [header] = original?.rows ?? [];
  if (original === undefined || header === undefined) return 'read';
  const results = await annotated(file, sheet, original, header.number);
  return `read, ${results}, ${await masked(file, sheet, original, header.number, 1 + (choice % 3))}`;
}

async function readWhole(name: string, file: Blob): Promise<Reading> {
  const outcome = await openSpreadsheet({ name, bytes: file });
  if (isFileFailure(outcome)) return outcome.code;
  const sheets: (ReadSheet | undefined)[] = [];
  for (const index of outcome.sheets.keys()) {
    const rows: SheetRow[] = [];
    const end = await outcome.readSheet(index, { onRows: (batch) => rows.push(...batch) });
    for (const { number, cells } of rows) {
      if (!Number.isSafeInteger(number) || number < 0) throw new Error(`a row has the number ${number}`);
      for (const cell of cells) if (typeof cell !== 'string') throw new Error(`row ${number} has a hole`);
      if (cells.every((cell) => cell === '')) throw new Error(`row ${number} has no text`);
    }
    sheets.push(isFileFailure(end) ? undefined : { rows, lastRow: end.lastRow, lastColumn: end.lastColumn });
  }
  return { format: outcome.format, sheets };
}

async function annotated(file: Blob, sheet: number, original: ReadSheet, headerRow: number): Promise<string> {
  const column = original.lastColumn + 1;
  const withText = new Set(original.rows.map(({ number }) => number));
  const result = await annotateWorkbook(file, {
    sheet,
    header: { rowNumber: headerRow, text: 'Result' },
    cellFor: (row) => (withText.has(row) ? { text: `Row ${row}`, tone: row % 2 ? 'good' : 'bad' } : undefined),
    column,
    maskColumns: []
  });
  if (!(result instanceof Blob)) return result.code;
  const expected = original.rows.map(({ number, cells }) => ({
    number,
    cells: [
      ...cells,
      ...Array<string>(column - 1 - cells.length).fill(''),
      number === headerRow ? 'Result' : `Row ${number}`
    ]
  }));
  // A row without text may have the number of one with text.
  const rows = (await sheetAgain(result, sheet)).rows.filter(
    ({ cells }) => cells.findIndex((cell) => cell !== '') < column - 1
  );
  expectSame('the result', rows, expected);
  return 'annotated';
}

async function masked(
  file: Blob,
  sheet: number,
  original: ReadSheet,
  headerRow: number,
  column: number
): Promise<string> {
  const result = await maskWorkbook(file, { sheet, headerRowNumber: headerRow, maskColumns: [column] });
  if (!(result instanceof Blob)) return result.code;
  const withText = new Set(original.rows.map(({ number }) => number));
  const onlyDots = ({ cells }: SheetRow): boolean => cells.every((cell) => cell === '' || cell === MASK);
  // A cell that shows nothing may hold what shows as dots: a string that is missing, a formula without a result.
  const again = (await sheetAgain(result, sheet)).rows.filter((row) => withText.has(row.number) || !onlyDots(row));
  const expected = original.rows.map(({ number, cells }, place) => {
    const shown = again[place]?.cells ?? [];
    const cellAt = (_: unknown, at: number): string => {
      const cell = cells[at] ?? '';
      // Elsewhere what repeats a password is masked too.
      return shown[at] === MASK || (at === column - 1 && number > headerRow && cell !== '') ? MASK : cell;
    };
    return { number, cells: Array.from({ length: Math.max(cells.length, shown.length) }, cellAt) };
  });
  expectSame('the masked file', again, expected);
  return 'masked';
}

async function sheetAgain(file: Blob, sheet: number): Promise<ReadSheet> {
  const reading = await readWhole('again.xlsx', file);
  const again = typeof reading === 'string' ? undefined : reading.sheets[sheet];
  if (again === undefined)
    throw new Error(`cannot be read again: ${typeof reading === 'string' ? reading : 'its sheet'}`);
  return again;
}

function expectSame(what: string, rows: readonly SheetRow[], expected: readonly SheetRow[]): void {
  if (rows.length !== expected.length)
    throw new Error(`${what} has ${rows.length} rows in place of ${expected.length}`);
  rows.forEach((row, place) => {
    const other = expected[place];
    if (JSON.stringify(row) !== JSON.stringify(other))
      throw new Error(`${what} has ${JSON.stringify(row)} in place of ${JSON.stringify(other)}`);
  });
}
