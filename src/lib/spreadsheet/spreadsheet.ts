/** The nouns of this room: a file that holds tables, and what can be said of it. */

export const spreadsheetFormats = ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'csv', 'json'] as const;

export type SpreadsheetFormat = (typeof spreadsheetFormats)[number];

/** Why a file cannot be read. Data, not an exception: the page makes a sentence of it. */
export type FileFailure =
  | { readonly code: 'empty-file' }
  | { readonly code: 'unknown-format'; readonly looksLike: 'text' | 'zip' | 'pdf' | 'image' | 'lock-file' | 'binary' }
  | { readonly code: 'damaged'; readonly detail: DamageDetail; readonly part?: string }
  | { readonly code: 'encrypted' }
  | { readonly code: 'unsupported-encoding'; readonly encoding: string }
  | { readonly code: 'too-large'; readonly limit: LimitName; readonly allowed: number }
  | { readonly code: 'no-sheets' }
  | { readonly code: 'no-data' }
  | { readonly code: 'unclosed-quote'; readonly line: number }
  | { readonly code: 'json-syntax'; readonly line: number; readonly column: number }
  | { readonly code: 'json-shape'; readonly found: 'scalar' | 'no-array' | 'several-arrays' | 'not-objects' }
  | { readonly code: 'took-too-long' };

export type DamageDetail =
  'cut-off' | 'directory' | 'checksum' | 'compression' | 'xml' | 'missing-part' | 'overlap' | 'entities';

export type LimitName =
  | 'file-bytes'
  | 'unpacked-bytes'
  | 'parts'
  | 'columns'
  | 'rows'
  | 'cells'
  | 'shared-strings'
  | 'nesting'
  | 'cell-text'
  | 'text';

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Whether any cell of the sheet has text. */
  readonly hasData: boolean;
  /** The texts of its first row with text; empty without data. */
  readonly firstRow: readonly string[];
}

/** One row with at least one cell that has text. */
export interface SheetRow {
  /** As the person's own program counts: 1-based row of a sheet, line where a CSV record starts, position of a JSON item. */
  readonly number: number;
  /** Cell texts from column A on, as the person sees them; holes are ''. */
  readonly cells: readonly string[];
}

/** Rows with text, in the order of the file, held in a few objects however many they are. Places start at 0. */
export interface RowBlock {
  readonly rowCount: number;
  /** Cells of the row that has most. */
  readonly widest: number;
  /** See SheetRow.number. */
  rowNumber(row: number): number;
  /** '' beyond the row's end. */
  cell(row: number, column: number): string;
  cells(row: number): readonly string[];
}

/** What a person should hear about a sheet although nothing is wrong with it: counts by kind, 0 where there was none. */
export interface SheetNotes {
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Cells that hold a formula; their cached results are read. */
  readonly formulas: number;
  /** Of these, cells that hold no result: they are read as empty. */
  readonly formulasWithoutResult?: number;
  readonly errorCells: number;
  /** Cells that hold a number under a date or time format. */
  readonly dates: number;
  /** CSV: rows with more or fewer cells than the first. */
  readonly raggedRows?: number;
  /** CSV: cells with text after their closing quote. */
  readonly strayQuotes?: number;
  /** CSV: NUL characters and byte order marks in the middle, left out. */
  readonly removedCharacters?: number;
  /** JSON: members whose key the object has twice; the last one counts. */
  readonly duplicateKeys?: number;
}

export interface SheetEnd {
  readonly ok: true;
  /** 1-based; 0 in an empty sheet. The last row and column with a cell element, text or not, a table or a merged area. */
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly notes: SheetNotes;
}

export interface ReadOptions {
  /**
   * Called as rows are read, in the order they stand in the file; in a strange workbook that need not be the order of
   * their numbers. A batch is at most a few thousand rows. Whoever keeps them packs their texts: a text may be cut out of
   * a longer one, which lives as long as it does.
   */
  readonly onRows: (rows: SheetRow[]) => void;
  /** Where it is given, readers that have their rows in blocks hand them on here, and only the others to `onRows`. */
  readonly onBlock?: (block: RowBlock) => void;
  /** Share of the file read so far, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /**
   * Of a file that was opened trusting: it is not as its beginning promised. What was handed on is to be forgotten, and
   * the file to be opened again, not trusting. See [Note: the beginning is believed].
   */
  readonly onMisread?: () => void;
  /** Reading stops within 100 ms and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface OpenedSpreadsheet {
  readonly format: SpreadsheetFormat;
  readonly sheets: readonly SheetInfo[];
  /** How a text file was understood; absent for workbooks. */
  readonly text?: TextFormat;
  /** Hands on the rows of one sheet. Lets other work of its thread run in between (never over 50 ms at a stretch). */
  readSheet(sheet: number, options: ReadOptions): Promise<SheetEnd | FileFailure>;
}

export interface TextFormat {
  readonly encoding: TextEncodingName;
  readonly byteOrderMark: boolean;
  /** Absent in JSON. */
  readonly separator?: string;
  /** '' where nothing quotes. */
  readonly quote?: string;
  readonly lineEnd: (typeof lineEnds)[number];
  /** CSV: the first line is `sep=` and the separator, and no row. */
  readonly separatorLine?: boolean;
}

export const lineEnds = ['\r\n', '\n', '\r'] as const;

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'shift_jis'] as const;

export type TextEncodingName = (typeof textEncodings)[number];

export function isFileFailure(outcome: object): outcome is FileFailure {
  return 'code' in outcome;
}
