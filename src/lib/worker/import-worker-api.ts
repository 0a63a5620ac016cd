/** What the page may ask of the import worker, and in which shapes. Plain data only: it crosses between threads. */
import type { ColumnId } from '#lib/import/kinds.ts';
import type { Problem } from '#lib/import/problems.ts';
import type {
  CommitRefusal,
  CommittedImport,
  HeaderMismatch,
  ImportRequest,
  PlanCounts,
  ReadFailure,
  ResultFailure,
  ResultFile,
  RowFilter,
  SheetChoice,
  SourceFile,
  StageProgress,
  TableFacts
} from '#lib/import/road.ts';

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
  | { readonly kind: 'header-mismatch'; readonly mismatch: HeaderMismatch }
  | { readonly kind: 'failure'; readonly failure: ReadFailure };

export interface PreviewEvent {
  readonly progress: StageProgress;
  /** Absent until the header is matched. */
  readonly preview?: PreviewState;
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
  | { readonly kind: 'committed'; readonly committed: CommittedImport }
  | {
      readonly kind: 'refused';
      readonly refusal: CommitRefusal;
      /** The plan made anew, its differences marked. */ readonly preview: PreviewState;
    };

export interface ResultOptions {
  /** Replace the Password cells by dots everywhere in the package. */
  readonly maskPasswords: boolean;
}

export type ResultOutcome =
  | { readonly kind: 'result'; readonly file: ResultFile }
  | { readonly kind: 'failure'; readonly failure: ResultFailure };

/**
 * One import at a time: `preview` begins a new one and forgets the one before.
 * The client adds an AbortSignal to the long ones and rejects with its reason within 100 ms.
 */
export interface ImportWorkerApi {
  preview(source: SourceFile, request: ImportRequest, onEvent: (event: PreviewEvent) => void): Promise<PreviewOutcome>;
  rows(request: WindowRequest): Promise<RowWindow>;
  /** The text of one cell as it stands, a password unmasked: for the person who edits it. */
  cellText(row: number, column: ColumnId): Promise<string>;
  editCell(row: number, column: ColumnId, text: string): Promise<PreviewState>;
  leaveOut(rows: readonly number[], leftOut: boolean): Promise<PreviewState>;
  commit(onProgress: (progress: StageProgress) => void): Promise<CommitOutcome>;
  /** Of an import that was committed; works after a restart too, then with masked passwords (they are never kept). */
  result(
    importId: number,
    options: ResultOptions,
    onProgress: (progress: StageProgress) => void
  ): Promise<ResultOutcome>;
  /** The template that is filled in and uploaded. */
  template(kind: ImportRequest['kind']): Promise<ResultFile>;
}
