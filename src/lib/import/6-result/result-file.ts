import type { SpreadsheetFormat, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { annotateWorkbook, type ResultCell } from '#lib/spreadsheet/annotate/annotate-workbook.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import type { DeflateElsewhere } from '#lib/spreadsheet/zip/deflate-part.ts';
import type { InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import { RESULT_HEADER } from '#lib/import/headers.ts';
import type { Phrasebook, ResultFailure, ResultFile, ResultFormat, RowOutcome } from '#lib/import/road.ts';
import { workbookResult } from './workbook-result.ts';
import { resultCell } from './result-cell.ts';
import { csvResult, jsonResult } from './text-result.ts';

/** What became of one row of the file; in the store's CommitRow the password's cell is '', others that repeat it have dots. */
export interface ResultRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly outcome: RowOutcome;
}

export type OutcomeOfRow = Pick<ResultRow, 'rowNumber' | 'outcome'>;

export interface ResultSource {
  readonly fileName: string;
  readonly format: SpreadsheetFormat;
  /** The workbook that gets the Result column; null: a new one is made of the rows. */
  readonly workbook: Blob | null;
  /** The JSON that gets the Result member, where that is what the file is and it is there. */
  readonly json: Blob | null;
  /** How a text file was written; absent for workbooks. */
  readonly text?: TextFormat;
  readonly sheet: {
    readonly index: number;
    readonly name: string;
    readonly headerRowNumber: number;
    readonly header: readonly string[];
    /** Cells of the rows with text above it; only asked for where the result is not the file itself. */
    readonly aboveHeader?: readonly (readonly string[])[];
    /** 0-based. */
    readonly resultColumn: number;
    /** See passwordColumns. */
    readonly passwordColumns: readonly number[];
  };
  /** Whether the password cells are there; otherwise they are masked, or empty in `rows`. */
  readonly hasPasswords: boolean;
  readonly rowCount: number;
  /** Every row of the table, chunk by chunk. */
  readonly rows: AsyncIterable<readonly ResultRow[]> | Iterable<readonly ResultRow[]>;
  /** The same where the cells are not asked for: one of both is gone through, and once. */
  readonly outcomes: AsyncIterable<readonly OutcomeOfRow[]> | Iterable<readonly OutcomeOfRow[]>;
}

export interface ResultRequest {
  readonly phrasebook: Phrasebook;
  readonly maskPasswords: boolean;
  /** 'xlsx' when absent. */
  readonly format?: ResultFormat;
  readonly signal?: AbortSignal;
  /** Share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Of a workbook's large parts; absent: the same thread. */
  readonly inflate?: InflateEntry;
  readonly deflate?: DeflateElsewhere;
}

/**
 * Stage 6: the uploaded workbook itself with a Result cell at the end of each row; from other formats a new workbook
 * with the file's cells as text (specification: Result workbook). Refuses where the sheet has no column left.
 */
export async function resultFile(source: ResultSource, request: ResultRequest): Promise<ResultFile | ResultFailure> {
  const { fileName, format, workbook, json, text } = source;
  if (request.format === 'same' && text !== undefined) {
    const name = sameName(fileName, '-result', format, text);
    if (format === 'csv') return { name, bytes: await csvResult(source, text, request) };
    if (json !== null) return { name, bytes: await jsonResult(source, json, text, request) };
  }
  const bytes = await (workbook === null ? workbookResult(source, request) : annotated(source, workbook, request));
  if (!(bytes instanceof Blob)) return bytes;
  return { name: resultName(fileName, workbook === null ? 'xlsx' : format), bytes };
}

/** `agents.csv` → `agents-result.csv`: with the file's own ending, where it is one of its format. */
export function sameName(
  fileName: string,
  suffix: string,
  format: SpreadsheetFormat,
  text: TextFormat | undefined
): string {
  const { base, ending } = nameParts(fileName);
  const known = { csv: ['csv', 'tsv', 'tab', 'txt'], json: ['json', 'jsonl', 'ndjson'] };
  if (format !== 'csv' && format !== 'json') return `${base}${suffix}.xlsx`;
  const usual = format === 'csv' && text?.separator === '\t' ? 'tsv' : format;
  return `${base}${suffix}.${known[format].includes(ending.toLowerCase()) ? ending : usual}`;
}

function nameParts(fileName: string): { base: string; ending: string } {
  const ending = /\.([^.]{1,6})$/.exec(fileName)?.[1] ?? '';
  const base = ending === '' ? fileName : fileName.slice(0, -ending.length - 1);
  return { base: base || fileName, ending };
}

/** `agents.xlsx` → `agents-result.xlsx`; a workbook with macros keeps its ending, or Excel would not open it. */
export function resultName(fileName: string, format: SpreadsheetFormat): string {
  const ending = format === 'xlsm' ? 'xlsm' : 'xlsx';
  return `${nameParts(fileName).base}-result.${ending}`;
}

async function annotated(
  { sheet, outcomes: chunks, hasPasswords }: ResultSource,
  workbook: Blob,
  { phrasebook, maskPasswords, signal, onProgress, inflate, deflate }: ResultRequest
): Promise<Blob | ResultFailure> {
  // By row number: a Map of as many would take as long as what is done with it.
  const cells: ResultCell[] = [];
  for await (const chunk of chunks) {
    for (const { rowNumber, outcome } of chunk) cells[rowNumber] = resultCell(outcome, phrasebook);
    await pauseWhenDue(signal);
  }
  return annotateWorkbook(workbook, {
    sheet: sheet.index,
    header: { rowNumber: sheet.headerRowNumber, text: RESULT_HEADER },
    cellFor: (rowNumber) => cells[rowNumber],
    column: sheet.resultColumn + 1,
    maskColumns: maskPasswords && hasPasswords ? sheet.passwordColumns.map((column) => column + 1) : [],
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
    ...(inflate && { inflate }),
    ...(deflate && { deflate })
  });
}
