/** What a file may cost us, each with its reason. Tests pass smaller ones. */
export interface SpreadsheetLimits {
  readonly fileBytes: number;
  readonly parts: number;
  readonly directoryBytes: number;
  readonly partBytes: number;
  readonly packedRatio: number;
  readonly packedRatioFrom: number;
  readonly smallPartBytes: number;
  readonly aheadBytes: number;
  readonly peekBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellText: number;
  readonly cells: number;
  readonly text: number;
  readonly sharedStrings: number;
  readonly sharedStringText: number;
  readonly nesting: number;
}

const KiB = 1024;
const MiB = 1024 * KiB;

export const spreadsheetLimits: SpreadsheetLimits = {
  /** A full-height sheet of 20 text columns is about 300 MB; beyond that a browser's file handling is the slow part. */
  fileBytes: 512 * MiB,
  /** The richest real workbooks have some hundred parts; each costs an object and a place in an index. */
  parts: 20_000,
  /** 20,000 records of 46 bytes and a long name each. */
  directoryBytes: 8 * MiB,
  /** The sheet of a full-height list of 30 columns; at about 40 MB a second that is already a minute's wait. */
  partBytes: 2048 * MiB,
  /**
   * Real lists reach 69:1 and empty styled rows 150:1; deflate cannot pass 1032:1. So the ratio counts only where the
   * part is also large: a bomb ends after the first `packedRatioFrom` bytes, a tenth of a second.
   */
  packedRatio: 250,
  packedRatioFrom: 64 * MiB,
  /** Parts held whole as text (workbook, relations, styles, tables): the largest real styles part seen is 5 MB. */
  smallPartBytes: 32 * MiB,
  /**
   * Of a part, inflated by another thread before it is asked for. A fraction would do for the 12 ms between two looks at
   * that thread's messages (`pause.ts`), but to wake it takes up to a ms: so often, and no oftener, as half of this is used.
   */
  aheadBytes: 8 * MiB,
  /** Inflated while looking for the first row of every sheet: a fifth of a second. A sheet not reached counts as filled. */
  peekBytes: 64 * MiB,
  /** Excel's own (specification: ECMA-376 part 1, 18.3.1.73 and 18.3.1.4). */
  rows: 1_048_576,
  columns: 16_384,
  /** Excel holds 32,767 characters in a cell; other programs write more. Also the longest single mark-up tag. */
  cellText: 1 * MiB,
  /**
   * Of one sheet, empty ones left of a filled one among them: a full-height sheet of 48 columns. Each costs a place in
   * the table, so that a cell in the last column of every row, some megabytes of file, would take 70 GB.
   */
  cells: 48 * 1_048_576,
  /** In UTF-16 units, of all cells of one sheet: 400 MB held in the common one-byte case, a quarter of what a tab can have. */
  text: 400 * MiB,
  /** Eight different texts in each row of a full-height sheet. */
  sharedStrings: 8 * 1_048_576,
  /** In UTF-16 units, held in memory while the workbook is open: 256 MB in the common one-byte case. */
  sharedStringText: 256 * MiB,
  /** SpreadsheetML nests about ten deep, extension lists somewhat deeper. */
  nesting: 128
};
