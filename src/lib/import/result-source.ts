import type { PersonId } from '#lib/domain/person.ts';
import { commitSheet, rowChunks } from './5-commit/work-to-commit.ts';
import type { OrgStore } from './5-commit/org-store.ts';
import type { ResultSource } from './6-result/result-file.ts';
import type { PlannedImport } from './planned-import.ts';

const NO_CELLS: readonly string[] = [];

/** What a result is made of while the import is at hand: the file as it was uploaded. */
export function shownImport({ source, matched, reading, plan }: PlannedImport): ResultSource {
  const { table } = matched;
  return {
    fileName: source.name,
    format: table.format,
    workbook: table.format === 'xlsx' || table.format === 'xlsm' ? source.bytes : null,
    json: table.format === 'json' ? source.bytes : null,
    ...(table.text && { text: table.text }),
    sheet: { ...commitSheet(matched), aboveHeader: reading.aboveHeader.map(({ cells }) => cells) },
    hasPasswords: true,
    rowCount: table.rowCount,
    rows: rowChunks(
      table,
      (row) => table.cells(row),
      (row) => plan.outcome(row)
    ),
    outcomes: rowChunks(
      table,
      () => NO_CELLS,
      (row) => plan.outcome(row)
    )
  };
}

/** The same from what the store kept, after a restart; null where it keeps no such import for this person. */
export async function keptImport(importId: number, actorId: PersonId, store: OrgStore): Promise<ResultSource | null> {
  const record = await store.importRecord(actorId, importId);
  if (record === null) return null;
  const original = await store.importSource(actorId, importId);
  const rows = store.importRows(actorId, importId);
  const isJson = record.format === 'json';
  return {
    fileName: record.fileName,
    format: record.format,
    workbook: isJson ? null : original,
    json: isJson ? original : null,
    ...(record.text && { text: record.text }),
    sheet: record.sheet,
    hasPasswords: false,
    rowCount: record.created + record.updated + record.unchanged + record.failed + record.leftOut,
    rows,
    outcomes: rows
  };
}
