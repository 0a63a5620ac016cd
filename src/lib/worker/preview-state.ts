import { MASK } from '#lib/import/6-result/result-cell.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';
import type { PreviewRow, PreviewState } from './import-worker-api.ts';

export function previewState(
  { kind, plan, reading, matched }: PlannedImport,
  revision: number,
  complete: boolean
): PreviewState {
  return {
    counts: plan.counts,
    columns: kind.columns.map(({ id }) => id),
    complete,
    revision,
    facts: reading.facts(matched.resultColumn !== null)
  };
}

/** A row as the page shows it: passwords leave this thread only when they were asked for. */
export function previewRow({ kind, plan, checker }: PlannedImport, row: number, showPasswords: boolean): PreviewRow {
  const cells = kind.columns.map(({ id }) => {
    const text = checker.text(row, id, plan.edits(row));
    return id === 'password' && !showPasswords && text !== '' ? MASK : text;
  });
  return { ...plan.row(row), cells };
}
