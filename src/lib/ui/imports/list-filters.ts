import { m } from '#i18n/messages.js';
import { searchForm } from '#lib/domain/search-form.ts';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { FilterButton } from '#lib/ui/kit/filter-button.ts';

export type ListFilter = 'all' | 'agents-workbook' | 'technicians-file' | 'failed' | 'undone';

const passes: Readonly<Record<ListFilter, (record: ImportRecord) => boolean>> = {
  all: () => true,
  'agents-workbook': ({ kind }) => kind === 'agents-workbook',
  'technicians-file': ({ kind }) => kind === 'technicians-file',
  failed: ({ failed }) => failed > 0,
  undone: ({ undone }) => undone !== undefined
};

/** `typed` is looked for in the name of the file, the group and the person. */
export function filteredImports(
  records: readonly ImportRecord[],
  filter: ListFilter,
  typed: string
): readonly ImportRecord[] {
  const wanted = searchForm(typed.trim());
  return records.filter(
    (record) =>
      passes[filter](record) &&
      searchForm(`${record.fileName}\n${record.groupName}\n${record.actorName}`).includes(wanted)
  );
}

/** With the counts of all imports; those that would show none are left out. */
export function listFilters(records: readonly ImportRecord[]): readonly FilterButton<ListFilter>[] {
  const labels: Readonly<Record<ListFilter, string>> = {
    all: m.imports_filter_all(),
    'agents-workbook': m.imports_kind_agents(),
    'technicians-file': m.imports_kind_technicians(),
    failed: m.imports_filter_failed(),
    undone: m.imports_filter_undone()
  };
  return (Object.keys(labels) as ListFilter[])
    .map((id) => ({ id, label: labels[id], count: records.filter(passes[id]).length }))
    .filter(({ id, count }) => id === 'all' || count > 0);
}
