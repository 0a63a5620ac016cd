import type { ImportKindId } from '#lib/import/kinds.ts';
import type { Problem } from '#lib/import/problems.ts';
import type { ImportRequest, PlanCounts, RowFilter, SourceFile } from '#lib/import/road.ts';
import type {
  CommitOutcome,
  PlanChoices,
  PlannedAnew,
  PreviewEvent,
  PreviewOutcome,
  PreviewRow,
  PreviewState,
  RowsToLeaveOut
} from '#lib/worker/import-worker-api.ts';
import type { ImportClient } from '#lib/worker/import-worker-client.ts';

const missing: Problem = { code: 'missing-value', field: 'name' };

/** A table of one column in memory: a row without a name has a problem. Asked windows are noted. */
export class FakeClient implements ImportClient {
  readonly asked: string[] = [];
  readonly requests: ImportRequest[] = [];
  readonly names: string[];
  readonly leftOutRows = new Set<number>();
  revision = 1;
  outcome: (() => Promise<PreviewOutcome>) | null = null;
  readonly plannedWith: PlanChoices[] = [];
  planning: ((signal: AbortSignal | undefined) => Promise<PlannedAnew>) | null = null;
  committing: ((signal: AbortSignal | undefined) => Promise<CommitOutcome>) | null = null;

  constructor(names: readonly string[]) {
    this.names = [...names];
  }

  prepare(): void {
    // It is ready as it is.
  }

  get state(): PreviewState {
    const all = this.names.map((_, row) => this.row(row));
    const problems = all.filter((row) => row.problems.length > 0 && !row.leftOut).length;
    const counts: PlanCounts = {
      total: all.length,
      ready: all.length - problems - this.leftOutRows.size,
      updated: 0,
      unchanged: 0,
      problems,
      leftOut: this.leftOutRows.size,
      doneBefore: 0,
      existing: 0,
      changed: 0,
      byProblem: problems > 0 ? { 'missing-value': problems } : {}
    };
    const notes = { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0 };
    const facts = {
      ...({ format: 'xlsx', sheets: [], sheet: 0, notes, hiddenSheet: false, hasResultColumn: false } as const),
      ...{ group: null, ignoredGroupIds: 0, rowLimit: null }
    };
    return { counts, columns: ['name'], complete: true, revision: this.revision, facts };
  }

  row(row: number): PreviewRow {
    const name = this.names[row] ?? '';
    const problems = name === '' ? [missing] : [];
    return {
      row,
      rowNumber: row + 2,
      cells: [name],
      edited: [],
      problems,
      leftOut: this.leftOutRows.has(row),
      changed: false
    };
  }

  preview(_source: SourceFile, request: ImportRequest): Promise<PreviewOutcome> {
    this.requests.push(request);
    return this.outcome ? this.outcome() : Promise.resolve({ kind: 'preview', preview: this.state });
  }

  planWith(
    choices: PlanChoices,
    options: { onEvent?: (event: PreviewEvent) => void; signal?: AbortSignal } = {}
  ): Promise<PlannedAnew> {
    this.plannedWith.push(choices);
    this.revision++;
    return this.planning ? this.planning(options.signal) : Promise.resolve({ preview: this.state, cancelled: false });
  }

  /** Planning ends only when it is cancelled, with the plan as it was. */
  planUntilCancelled(): void {
    this.planning = (signal) =>
      new Promise((resolve) =>
        signal?.addEventListener('abort', () => resolve({ preview: this.state, cancelled: true }))
      );
  }

  rows({ filter, from, count }: { filter: RowFilter; from: number; count: number }) {
    if (count > 1) this.asked.push(`${filter} ${from}`);
    const rows = this.names.map((_, row) => this.row(row)).filter((row) => passes(row, filter));
    return Promise.resolve({ revision: this.revision, total: rows.length, rows: rows.slice(from, from + count) });
  }

  cellText(row: number): Promise<string> {
    return Promise.resolve(this.names[row] ?? '');
  }

  editCell(row: number, _column: string, text: string): Promise<PreviewState> {
    this.names[row] = text;
    this.revision++;
    return Promise.resolve(this.state);
  }

  leaveOut(rows: readonly number[], leftOut: boolean): Promise<PreviewState> {
    for (const row of rows) {
      if (leftOut) this.leftOutRows.add(row);
      else this.leftOutRows.delete(row);
    }
    this.revision++;
    return Promise.resolve(this.state);
  }

  leaveOutAll({ filter, keep, leftOut }: RowsToLeaveOut): Promise<PreviewState> {
    const rows = this.names.map((_, row) => this.row(row)).filter((row) => passes(row, filter));
    return this.leaveOut(
      rows.slice(keep).map(({ row }) => row),
      leftOut
    );
  }

  commit(options: { signal?: AbortSignal }): Promise<CommitOutcome> {
    if (this.committing) return this.committing(options.signal);
    const { ready, problems, leftOut } = this.state.counts;
    return Promise.resolve({
      kind: 'committed',
      committed: { importId: 1, created: ready, updated: 0, unchanged: 0, failed: problems, leftOut }
    });
  }

  split(): Promise<never> {
    return Promise.reject(new Error('not in this fake'));
  }

  exampleFile(): Promise<never> {
    return Promise.reject(new Error('not in this fake'));
  }

  result(): Promise<never> {
    return Promise.reject(new Error('not in this fake'));
  }

  template(kind: ImportKindId): Promise<never> {
    return Promise.reject(new Error(`no template of ${kind} in this fake`));
  }

  close(): void {
    this.names.length = 0;
  }
}

function passes(row: PreviewRow, filter: RowFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'left-out') return row.leftOut;
  if (filter === 'ready') return !row.leftOut && row.problems.length === 0;
  return !row.leftOut && row.problems.length > 0;
}

/** Lets what was started go on to its end. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
