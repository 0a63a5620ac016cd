import type { ColumnId } from '#lib/import/kinds.ts';
import type { ImportRequest, ResultFile, SourceFile, StageProgress } from '#lib/import/road.ts';
import type {
  CommitOutcome,
  PreviewEvent,
  PreviewOutcome,
  PreviewState,
  ResultOptions,
  ResultOutcome,
  RowWindow,
  WindowRequest
} from './import-worker-api.ts';

interface Cancellable {
  readonly signal?: AbortSignal;
}

/** The import worker as the page sees it: started when first asked, one import at a time. */
export interface ImportClient {
  /**
   * Begins an import and forgets the one before. Resolves when all rows are checked; until then `onEvent` tells how far
   * it is and `rows` answers. Rejects with the signal's reason within 100 ms.
   */
  preview(
    source: SourceFile,
    request: ImportRequest,
    options: Cancellable & { readonly onEvent?: (event: PreviewEvent) => void }
  ): Promise<PreviewOutcome>;
  rows(request: WindowRequest): Promise<RowWindow>;
  cellText(row: number, column: ColumnId): Promise<string>;
  editCell(row: number, column: ColumnId, text: string): Promise<PreviewState>;
  leaveOut(rows: readonly number[], leftOut: boolean): Promise<PreviewState>;
  /**
   * An abort asks the thread to stop, and the answer says what is true: refused with 'cancelled' and nothing written, or
   * committed, where it came too late.
   */
  commit(options: Cancellable & { readonly onProgress?: (progress: StageProgress) => void }): Promise<CommitOutcome>;
  /** Rejects with the signal's reason within 100 ms. */
  result(
    importId: number,
    options: ResultOptions & Cancellable & { readonly onProgress?: (progress: StageProgress) => void }
  ): Promise<ResultOutcome>;
  template(kind: ImportRequest['kind']): Promise<ResultFile>;
  /** Ends the thread and forgets its import. The next call starts a new one. */
  close(): void;
}

export declare function createImportClient(): ImportClient;
