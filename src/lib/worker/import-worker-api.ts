/** What the page may ask of the import worker, and in which shapes. Plain data only: it crosses between threads. */
import type { PersonId } from '#lib/domain/person.ts';
import type { ColumnId } from '#lib/import/kinds.ts';
import type { Problem } from '#lib/import/problems.ts';
import type { PlanChoices, RowsToLeaveOut } from '#lib/import/planned-import.ts';
import type { SplitFiles } from '#lib/import/split-file.ts';
import type {
  CommitRefusal,
  CommittedImport,
  HeaderMismatch,
  ImportRequest,
  PlanCounts,
  ReadFailure,
  ResultFailure,
  ResultFile,
  ResultFormat,
  RowFilter,
  RowUpdate,
  SheetChoice,
  SourceFacts,
  SourceFile,
  StageProgress,
  TableFacts
} from '#lib/import/road.ts';

export type { PlanChoices, RowsToLeaveOut, SplitFiles };

/** Where an import stands: the counts grow while the file is still being read. */
export interface PreviewState {
  readonly counts: PlanCounts;
  /** In order: what the preview shows as columns. */
  readonly columns: readonly ColumnId[];
  /** Whether all rows are read and checked. */
  readonly complete: boolean;
  /** Raised by every change; a window of rows belongs to the revision it came with. */
  readonly revision: number;
  readonly facts: TableFacts;
}

export type PreviewOutcome =
  | { readonly kind: 'preview'; readonly preview: PreviewState }
  | { readonly kind: 'choose-sheet'; readonly choice: SheetChoice }
  | { readonly kind: 'header-mismatch'; readonly mismatch: HeaderMismatch; readonly facts: SourceFacts }
  /** `facts`: of a text file, as far as it was understood. */
  | { readonly kind: 'failure'; readonly failure: ReadFailure; readonly facts?: SourceFacts };

export interface PreviewEvent {
  readonly progress: StageProgress;
  /** Absent until the header is matched. */
  readonly preview?: PreviewState;
}

export interface PlannedAnew {
  readonly preview: PreviewState;
  /** It is as it was before. */
  readonly cancelled: boolean;
}

export interface PreviewRow {
  /** Its place in the table; what edits and leaving out refer to. */
  readonly row: number;
  /** The row number in the person's own program. */
  readonly rowNumber: number;
  /** One text for each column of PreviewState.columns; passwords masked unless they were asked for. */
  readonly cells: readonly string[];
  readonly edited: readonly ColumnId[];
  readonly problems: readonly Problem[];
  readonly leftOut: boolean;
  readonly changed: boolean;
  /** What it would change of whom; absent where it creates someone, has problems or is left out. */
  readonly update?: RowUpdate;
}

export interface RowWindow {
  readonly revision: number;
  /** Rows that pass the filter. */
  readonly total: number;
  readonly rows: readonly PreviewRow[];
}

export interface WindowRequest {
  readonly filter: RowFilter;
  readonly from: number;
  readonly count: number;
  readonly showPasswords: boolean;
}

export type CommitOutcome =
  | {
      readonly kind: 'committed';
      readonly committed: CommittedImport;
      /** A bug: after a restart its result is a new workbook. */
      readonly maskingFailed?: true;
    }
  | {
      readonly kind: 'refused';
      readonly refusal: CommitRefusal;
      /** The plan made anew, its differences marked. */ readonly preview: PreviewState;
    };

export interface ResultOptions {
  /** Who asks: an import is not for everybody. */
  readonly actorId: PersonId;
  /** Replace the Password cells by dots everywhere in the package. */
  readonly maskPasswords: boolean;
  /** 'xlsx' when absent. */
  readonly format?: ResultFormat;
}

/** 'system': what the system's spreadsheet program most likely takes. */
export type Example =
  { readonly format: 'csv'; readonly separator: ',' | ';' | '\t' | 'system' } | { readonly format: 'json' };

export type ResultOutcome =
  | {
      readonly kind: 'result';
      readonly file: ResultFile;
      /** false: they were not asked for, or the file that was uploaded is no more at hand. */
      readonly hasPasswords: boolean;
    }
  | { readonly kind: 'failure'; readonly failure: ResultFailure };

/**
 * One import at a time: `preview` begins a new one and forgets the one before.
 * The client adds an AbortSignal to the long ones and rejects with its reason within 100 ms.
 */
export interface ImportWorkerApi {
  preview(source: SourceFile, request: ImportRequest, onEvent: (event: PreviewEvent) => void): Promise<PreviewOutcome>;
  /** Plans the whole preview at hand with other choices: what was edited and left out stays. */
  planWith(choices: PlanChoices, onEvent: (event: PreviewEvent) => void): Promise<PlannedAnew>;
  rows(request: WindowRequest): Promise<RowWindow>;
  /** The text of one cell as it stands, a password unmasked: for the person who edits it. */
  cellText(row: number, column: ColumnId): Promise<string>;
  editCell(row: number, column: ColumnId, text: string): Promise<PreviewState>;
  leaveOut(rows: readonly number[], leftOut: boolean): Promise<PreviewState>;
  /** Of a million rows in a second, and without their crossing between threads. */
  leaveOutAll(rows: RowsToLeaveOut): Promise<PreviewState>;
  /**
   * The rows that are not left out, as they stand in the preview, in files of at most `rowsPerFile` rows of the same
   * format (workbooks: .xlsx), named `<name>-1.csv` and so on. With their passwords, as in the file.
   */
  split(rowsPerFile: number): Promise<SplitFiles>;
  commit(onProgress: (progress: StageProgress) => void): Promise<CommitOutcome>;
  /** Of an import that was committed; works after a restart too, then with masked passwords (they are never kept). */
  result(
    importId: number,
    options: ResultOptions,
    onProgress: (progress: StageProgress) => void
  ): Promise<ResultOutcome>;
  /** The template that is filled in and uploaded. */
  template(kind: ImportRequest['kind']): Promise<ResultFile>;
  /** A file to look at and to fill in: two people who are clearly examples. */
  exampleFile(kind: ImportRequest['kind'], example: Example): Promise<ResultFile>;
}
