import { proxy } from 'comlink';
import type { ColumnId } from '#lib/import/kinds.ts';
import type { ImportRequest, ResultFile, SourceFile, StageProgress } from '#lib/import/road.ts';
import type {
  CommitOutcome,
  Example,
  PlanChoices,
  PlannedAnew,
  PreviewEvent,
  PreviewOutcome,
  PreviewState,
  ResultOptions,
  ResultOutcome,
  RowsToLeaveOut,
  RowWindow,
  SplitFiles,
  WindowRequest
} from './import-worker-api.ts';
import { whileListening } from './race.ts';
import { watchdog } from './watchdog.ts';
import { startImportWorker, WorkerThread, type ThreadWorker } from './worker-thread.ts';

interface Cancellable {
  readonly signal?: AbortSignal;
}

/** The import worker as the page sees it: started when first asked, one import at a time. */
export interface ImportClient {
  /** Starts the thread where there is none: what it would take to start is no part of reading then. */
  prepare(): void;
  /**
   * Begins an import and forgets the one before. Resolves when all rows are checked; until then `onEvent` tells how far
   * it is and `rows` answers. Rejects with the signal's reason at once. Fails with 'took-too-long' where the thread
   * gives no sign of life for 20 s.
   */
  preview(
    source: SourceFile,
    request: ImportRequest,
    options?: Cancellable & { readonly onEvent?: (event: PreviewEvent) => void }
  ): Promise<PreviewOutcome>;
  /** See ImportWorkerApi. After an abort the answer says what is true: cancelled, or planned where it came too late. */
  planWith(
    choices: PlanChoices,
    options?: Cancellable & { readonly onEvent?: (event: PreviewEvent) => void }
  ): Promise<PlannedAnew>;
  rows(request: WindowRequest): Promise<RowWindow>;
  cellText(row: number, column: ColumnId): Promise<string>;
  editCell(row: number, column: ColumnId, text: string): Promise<PreviewState>;
  leaveOut(rows: readonly number[], leftOut: boolean): Promise<PreviewState>;
  leaveOutAll(rows: RowsToLeaveOut): Promise<PreviewState>;
  /**
   * An abort asks the thread to stop, and the answer says what is true: refused with 'cancelled' and nothing written, or
   * committed, where it came too late.
   */
  commit(options?: Cancellable & { readonly onProgress?: (progress: StageProgress) => void }): Promise<CommitOutcome>;
  /** Rejects with the signal's reason at once. */
  result(
    importId: number,
    options: ResultOptions & Cancellable & { readonly onProgress?: (progress: StageProgress) => void }
  ): Promise<ResultOutcome>;
  /** See ImportWorkerApi. */
  split(rowsPerFile: number): Promise<SplitFiles>;
  template(kind: ImportRequest['kind']): Promise<ResultFile>;
  exampleFile(kind: ImportRequest['kind'], example: Example): Promise<ResultFile>;
  /** Ends the thread and forgets its import. The next call starts a new one. */
  close(): void;
}

/** How long a thread that holds no import waits for another call, in ms. */
const IDLE = 30_000;

/** `start` is how a thread comes to be; tests give their own. */
export function createImportClient(start: () => ThreadWorker = startImportWorker): ImportClient {
  let thread: WorkerThread | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  /** A preview, or a result that can still be made from the file as it was uploaded. */
  let holdsImport = false;

  const end = (reason: unknown): void => {
    clearTimeout(idle);
    thread?.end(reason);
    thread = null;
    holdsImport = false;
  };
  const close = (): void => end(new Error('The import worker was closed'));

  const call = async <Value>(ask: Ask<Value>, signal?: AbortSignal): Promise<Value> => {
    signal?.throwIfAborted();
    clearTimeout(idle);
    if (thread?.hasEnded) close();
    const asked = (thread ??= new WorkerThread(start()));
    try {
      return await asked.call(ask, signal);
    } finally {
      if (asked === thread && !asked.isBusy && !holdsImport) idle = setTimeout(close, IDLE);
    }
  };

  const preview: ImportClient['preview'] = async (source, request, { signal, onEvent } = {}) => {
    const stuck = new AbortController();
    const dog = watchdog(() => {
      stuck.abort();
      end(stuck.signal.reason);
    });
    const { tell, end: endTelling } = untilAnswered((event: PreviewEvent) => {
      dog.sign();
      if (!signal?.aborted) onEvent?.(event);
    });
    try {
      // A parser may be deep in one of its own loops: the thread itself ends, and the next file has a new one at once.
      return await whileListening(
        signal,
        () => end(signal?.reason),
        () => {
          const outcome = call((remote) => remote.preview(source, request, proxy(tell)), signal);
          holdsImport = true;
          return outcome;
        }
      );
    } catch (fault) {
      if (stuck.signal.aborted) return { kind: 'failure', failure: { code: 'took-too-long' } };
      throw fault;
    } finally {
      endTelling();
      dog.stop();
    }
  };

  const cancel = (): void => void call((remote) => remote.cancel()).catch(() => undefined);

  return {
    prepare: () => void call(() => Promise.resolve()).catch(() => undefined),
    preview,
    planWith: (choices, { signal, onEvent = ignore } = {}) => {
      const { tell, end: endTelling } = untilAnswered(onEvent);
      return whileListening(signal, cancel, () => call((remote) => remote.planWith(choices, proxy(tell)))).finally(
        endTelling
      );
    },
    rows: (request) => call((remote) => remote.rows(request)),
    cellText: (row, column) => call((remote) => remote.cellText(row, column)),
    editCell: (row, column, text) => call((remote) => remote.editCell(row, column, text)),
    leaveOut: (rows, leftOut) => call((remote) => remote.leaveOut(rows, leftOut)),
    leaveOutAll: (rows) => call((remote) => remote.leaveOutAll(rows)),
    commit: ({ signal, onProgress = ignore } = {}) => {
      const { tell, end: endTelling } = untilAnswered(onProgress);
      return whileListening(signal, cancel, () => call((remote) => remote.commit(proxy(tell)))).finally(endTelling);
    },
    result: (importId, { signal, onProgress = ignore, ...options }) => {
      const { tell, end: endTelling } = untilAnswered(onProgress);
      return whileListening(signal, cancel, () =>
        call((remote) => remote.result(importId, options, proxy(tell)), signal)
      ).finally(endTelling);
    },
    split: (rowsPerFile) => call((remote) => remote.split(rowsPerFile)),
    template: (kind) => call((remote) => remote.template(kind)),
    exampleFile: (kind, example) => call((remote) => remote.exampleFile(kind, example)),
    close
  };
}

type Ask<Value> = Parameters<typeof WorkerThread.prototype.call<Value>>[0];

const ignore = (): void => undefined;

/** News and answers cross by ports of their own: news may arrive after the answer, and would undo it. */
function untilAnswered<News>(onNews: (news: News) => void): { tell: (news: News) => void; end: () => void } {
  let answered = false;
  return {
    tell: (news) => {
      if (!answered) onNews(news);
    },
    end: () => {
      answered = true;
    }
  };
}
