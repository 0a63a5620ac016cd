import type { CellObject, WorkSheet } from 'xlsx';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import type { SheetNotes, SheetRow } from '#lib/spreadsheet/spreadsheet.ts';
import { generalText } from '#lib/spreadsheet/xlsx/format/general.ts';
import { numberFormat, type NumberFormat } from '#lib/spreadsheet/xlsx/format/number-format.ts';

const ROWS_IN_BATCH = 1000;

/** What a cell says, and what is to be noted of it. */
interface CellReading {
  readonly text: string;
  readonly date: boolean;
}

type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** SheetJS leaves holes in these lists, which its types do not say. */
type Props = readonly ({ readonly hidden?: boolean } | undefined)[];

/** One sheet of a workbook that SheetJS has read (with `dense`), as rows of text. */
export class SheetTable {
  readonly #sheet: WorkSheet;
  readonly #date1904: boolean;
  /** An .ods keeps the text that was shown; the others only number and format. */
  readonly #shownTextIsKept: boolean;
  readonly #formats = new Map<string, NumberFormat>();

  constructor(sheet: WorkSheet, facts: { readonly date1904: boolean; readonly shownTextIsKept: boolean }) {
    this.#sheet = sheet;
    this.#date1904 = facts.date1904;
    this.#shownTextIsKept = facts.shownTextIsKept;
  }

  firstRow(): readonly string[] {
    for (const { row } of this.#rows()) if (row !== undefined) return row.cells;
    return [];
  }

  /** Hands on the rows with text, and says what stood in the others. */
  async read(
    onRows: (rows: SheetRow[], share: number) => void,
    signal?: AbortSignal
  ): Promise<{ lastRow: number; lastColumn: number; notes: SheetNotes }> {
    const notes = { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0 };
    let batch: SheetRow[] = [];
    let lastRow = 0;
    let lastColumn = 0;
    const total = this.#cells().length;
    const hiddenRows: Props = this.#sheet['!rows'] ?? [];
    const columns: Props = this.#sheet['!cols'] ?? [];
    for (const { row, index, cells } of this.#rows(notes)) {
      lastRow = index + 1;
      lastColumn = Math.max(lastColumn, cells.length);
      if (row !== undefined) {
        batch.push(row);
        if (hiddenRows[index]?.hidden === true) notes.hiddenRows++;
      }
      if (batch.length === ROWS_IN_BATCH) {
        onRows(batch, index / total);
        batch = [];
        await pauseWhenDue(signal);
      }
    }
    if (batch.length > 0) onRows(batch, 1);
    notes.hiddenColumns = columns.slice(0, lastColumn).filter((column) => column?.hidden === true).length;
    return { lastRow, lastColumn, notes };
  }

  /** The rows that have cells: a declared range is not data, and its empty rows are never walked. */
  *#rows(
    notes?: Record<'formulas' | 'errorCells' | 'dates', number>
  ): Generator<{ row: SheetRow | undefined; index: number; cells: readonly (CellObject | undefined)[] }> {
    for (const [key, cells] of Object.entries(this.#cells())) {
      if (cells === undefined || cells.length === 0) continue;
      const texts: string[] = [];
      let hasText = false;
      for (const cell of cells) {
        const reading = cell === undefined ? EMPTY : this.#reading(cell);
        texts.push(reading.text);
        if (reading.text === '') continue;
        hasText ||= reading.text.trim() !== '';
        if (notes === undefined || cell === undefined) continue;
        if (cell.f !== undefined || cell.F !== undefined) notes.formulas++;
        if (cell.t === 'e') notes.errorCells++;
        if (reading.date) notes.dates++;
      }
      const index = Number(key);
      while (texts.at(-1) === '') texts.pop();
      yield { row: hasText ? { number: index + 1, cells: texts } : undefined, index, cells };
    }
  }

  #cells(): Cells {
    return this.#sheet['!data'] ?? [];
  }

  #reading(cell: CellObject): CellReading {
    const { v: value } = cell;
    if (cell.t === 'z' || value === undefined) return EMPTY;
    if (cell.t === 'b') return { text: value === true ? 'TRUE' : 'FALSE', date: false };
    if (cell.t === 'e') return { text: cell.w ?? '#ERROR', date: false };
    if (typeof value !== 'number') return { text: String(value), date: false };
    const format = this.#format(String(cell.z ?? 'General'));
    if (!this.#shownTextIsKept) return { text: format.text(value, this.#date1904), date: format.isDate };
    const general = generalText(value);
    // 4.91E+11 is shown for a telephone number in a narrow format: the digits are meant.
    const shown = cell.w === undefined || (/E\+/.test(cell.w) && Number.isSafeInteger(value)) ? general : cell.w;
    return { text: shown, date: format.isDate };
  }

  #format(code: string): NumberFormat {
    let format = this.#formats.get(code);
    if (format === undefined) {
      format = numberFormat(SYSTEM_DATES[code] ?? code);
      this.#formats.set(code, format);
    }
    return format;
  }
}

const EMPTY: CellReading = { text: '', date: false };

/** Formats that follow the system's language: ISO dates here, the same text on every machine. */
const SYSTEM_DATES: Readonly<Record<string, string>> = {
  'm/d/yy': 'yyyy-mm-dd',
  'm/d/yy h:mm': 'yyyy-mm-dd hh:mm'
};
