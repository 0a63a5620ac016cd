import type { SheetRow } from '#lib/spreadsheet/spreadsheet.ts';
import { maskIn } from '#lib/import/mask.ts';
import { passwordColumns, withoutPasswords } from '#lib/import/password-columns.ts';
import type {
  ImportRequest,
  MatchedTable,
  RowEdits,
  RowOutcome,
  SourceFile,
  Table,
  TechnicianDraft,
  TechnicianUpdate
} from '#lib/import/road.ts';
import type { CommitRow, CommitSheet, CommitWork } from './org-store.ts';

/** What is carried out: the plan, and the file it came from. */
interface ImportToCommit {
  readonly source: SourceFile;
  readonly request: ImportRequest;
  readonly matched: MatchedTable;
  readonly reading: { readonly aboveHeader: readonly SheetRow[] };
  readonly plan: {
    drafts(): Iterable<TechnicianDraft>;
    updates(): Iterable<TechnicianUpdate>;
    edits(row: number): RowEdits | undefined;
    outcome(row: number): RowOutcome;
  };
  /** Of the organization that was planned with. */
  readonly revision: number;
  /** See CommitWork. */
  readonly maskedSource: Blob | null;
}

/** Rows kept in one record. */
const CHUNK = 1000;

/** Stage 5: everything the store has to write, as it will be asked for: nothing is built up here for the whole file. */
export function workToCommit(planned: ImportToCommit): CommitWork {
  const { source, request, matched, reading, plan, revision, maskedSource } = planned;
  const columns = passwordColumns(matched.table.header, matched.matching);
  const mask = maskIn(matched.table.text);
  return {
    expectedRevision: revision,
    actorId: request.actorId,
    kind: request.kind,
    fileName: source.name,
    format: matched.table.format,
    ...(matched.table.text && { text: matched.table.text }),
    groupId: request.groupId,
    sheet: {
      ...commitSheet(matched),
      aboveHeader: reading.aboveHeader.map(({ cells }) => withoutPasswords(cells, columns, mask))
    },
    drafts: plan.drafts(),
    updates: plan.updates(),
    rows: rowChunks(matched.table, cellsWithoutPassword(matched, plan), (row) => plan.outcome(row)),
    maskedSource
  };
}

/** Where the rows stood in the file. */
export function commitSheet({ table, matching, resultColumn }: MatchedTable): CommitSheet {
  return {
    index: table.sheet,
    name: table.sheetName,
    headerRowNumber: table.headerRowNumber,
    header: table.header,
    matching,
    resultColumn: resultColumn ?? table.lastColumn,
    passwordColumns: passwordColumns(table.header, matching)
  };
}

/** Every row with what became of it, in chunks as they are kept. */
export function* rowChunks(
  table: Pick<Table, 'rowCount' | 'rowNumber'>,
  cells: (row: number) => readonly string[],
  outcome: (row: number) => RowOutcome
): Generator<readonly CommitRow[]> {
  for (let from = 0; from < table.rowCount; from += CHUNK) {
    const length = Math.min(CHUNK, table.rowCount - from);
    yield Array.from({ length }, (_, at) => ({
      rowNumber: table.rowNumber(from + at),
      cells: cells(from + at),
      outcome: outcome(from + at)
    }));
  }
}

/** As they are kept: the password's own cell is empty, since its row tells whether there was one; others have dots. */
function cellsWithoutPassword(
  { table, matching }: MatchedTable,
  plan: ImportToCommit['plan']
): (row: number) => readonly string[] {
  const columns = passwordColumns(table.header, matching);
  const mask = maskIn(table.text);
  return (row) =>
    withoutPasswords(table.cells(row), columns, mask, plan.edits(row)?.get('password')).map((text, column) =>
      column === matching.password ? '' : text
    );
}
