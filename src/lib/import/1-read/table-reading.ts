import { rowsOf } from '#lib/spreadsheet/row-block.ts';
import {
  isFileFailure,
  type FileFailure,
  type OpenedSpreadsheet,
  type SheetEnd,
  type SheetInfo,
  type SheetNotes,
  type SheetRow
} from '#lib/spreadsheet/spreadsheet.ts';
import { exactMatching } from '#lib/import/headers.ts';
import type { ImportKind } from '#lib/import/kinds.ts';
import type { TableFacts } from '#lib/import/road.ts';
import { HeaderSearch } from './header-search.ts';
import { TextTable } from './text-table.ts';

/** Rows `from` up to but not including `to`, as places in the table. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/** What is known of the sheet that is read. */
type SheetFacts = Pick<TableFacts, 'sheets' | 'sheet' | 'notes' | 'hiddenSheet' | 'rowsAboveHeader'>;

/** Few enough that checking them is a matter of milliseconds. */
const LARGEST_SPAN = 2000;

/** One sheet on its way into a table. Reading goes on by itself; whoever follows `spans` sees the rows as they come. */
export class TableReading {
  readonly table: TextTable;
  /** 0 to 1. */
  share = 0;
  /** Why reading ended early, once it has. */
  failure: FileFailure | undefined;
  /** Reading ended early: the file was opened trusting, and is not as its beginning promised. */
  misread = false;
  #notes: SheetNotes = { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0 };
  #ended = false;
  #crash: Error | undefined;
  #wake: () => void = () => undefined;
  readonly #sheets: readonly SheetInfo[];
  readonly #header: HeaderSearch;
  readonly #stop = new AbortController();

  constructor(file: OpenedSpreadsheet, sheet: number, kind: ImportKind, signal?: AbortSignal) {
    const { format, text } = file;
    const sheetName = file.sheets[sheet]?.name ?? '';
    this.#sheets = file.sheets;
    this.table = new TextTable({ format, ...(text && { text }), sheet, sheetName });
    // In JSON the keys are the header.
    this.#header = new HeaderSearch((cells) => format === 'json' || exactMatching(kind, cells) !== null);
    // The opened file is not kept: of what it holds the table has the texts that its cells show.
    void this.#read(file, signal ? AbortSignal.any([signal, this.#stop.signal]) : this.#stop.signal);
  }

  /** What is known of the file so far; the notes are complete when reading has ended. */
  facts(): SheetFacts {
    const { sheet } = this.table;
    const sheets = this.#sheets;
    const hiddenSheet = sheets[sheet]?.hidden ?? false;
    return { sheets, sheet, notes: this.#notes, hiddenSheet, rowsAboveHeader: this.aboveHeader.length };
  }

  /** Rows with text that were passed over. */
  get aboveHeader(): readonly SheetRow[] {
    return this.#header.passedOver;
  }

  /** Resolves when the header is there, or reading has ended without one. */
  async untilHeader(): Promise<void> {
    while (this.table.header.length === 0 && !this.#ended) await this.#news();
    this.#rethrow();
  }

  /** The table's rows in order, as they come. Ends early where there is a `failure` or it was `misread`; rejects with the signal's reason. */
  async *spans(): AsyncGenerator<RowSpan> {
    for (let from = 0; ;) {
      const to = Math.min(this.table.rowCount, from + LARGEST_SPAN);
      if (to > from) {
        yield { from, to };
        from = to;
      } else if (this.#ended) {
        this.#rethrow();
        return;
      } else {
        await this.#news();
      }
    }
  }

  /** Ends the reading of a table that nobody wants any more. */
  stop(): void {
    this.#stop.abort();
  }

  async #read(file: OpenedSpreadsheet, signal: AbortSignal): Promise<void> {
    try {
      const end = await file.readSheet(this.table.sheet, {
        signal,
        onRows: (rows) => {
          this.table.add(this.#header.pass(rows));
          this.#wake();
        },
        onBlock: (block) => {
          if (this.#header.found) this.table.addBlock(block);
          else this.table.add(this.#header.pass(rowsOf(block)));
          this.#wake();
        },
        onProgress: (share) => (this.share = share),
        onMisread: () => (this.misread = true)
      });
      this.table.add(this.#header.end());
      if (isFileFailure(end)) this.failure = end;
      else this.#finish(end);
    } catch (error) {
      this.#crash = error instanceof Error ? error : new Error(String(error));
    }
    this.#ended = true;
    this.#wake();
  }

  #finish(end: SheetEnd): void {
    this.share = 1;
    this.#notes = end.notes;
    this.table.lastColumn = Math.max(this.table.lastColumn, end.lastColumn);
  }

  #news(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }

  #rethrow(): void {
    if (this.#crash !== undefined) throw this.#crash;
  }
}
