import { MASK } from '#lib/spreadsheet/mask.ts';
import { sourceFacts } from '#lib/import/source-facts.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';
import type { TableFacts } from '#lib/import/road.ts';
import type { PreviewRow, PreviewState } from './import-worker-api.ts';

export function previewState(planned: PlannedImport, revision: number, complete: boolean): PreviewState {
  const { kind, plan } = planned;
  return {
    counts: plan.counts,
    columns: kind.columns.map(({ id }) => id),
    complete,
    revision,
    facts: tableFacts(planned)
  };
}

function tableFacts({ kind, plan, reading, matched, request, organization }: PlannedImport): TableFacts {
  const group = organization.groups.find(({ id }) => id === request.groupId);
  return {
    ...sourceFacts(matched.table, kind, matched.matching),
    ...reading.facts(),
    hasResultColumn: matched.resultColumn !== null,
    doneBefore: plan.counts.doneBefore,
    group: group ? { id: group.id, name: group.name, enabled: group.enabled } : null,
    ignoredGroupIds: plan.ignoredGroups,
    rowLimit: kind.rowLimit === 'none' ? null : organization.settings.importRowLimit
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
