import { m } from '#i18n/messages.js';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { RowOutcome } from '#lib/import/road.ts';
import type { FilterButton } from '#lib/ui/kit/filter-button.ts';

/** All, and every outcome that a row of this import had. */
export function outcomeFilters(record: ImportRecord): readonly FilterButton<RowOutcome['kind'] | null>[] {
  const { created, updated, unchanged, failed, leftOut } = record;
  const outcomes: readonly FilterButton<RowOutcome['kind']>[] = [
    { id: 'created', label: m.import_outcome_created(), count: created },
    { id: 'updated', label: m.import_outcome_updated(), count: updated },
    { id: 'unchanged', label: m.import_outcome_unchanged(), count: unchanged },
    { id: 'failed', label: m.import_outcome_failed(), count: failed },
    { id: 'left-out', label: m.import_outcome_left_out(), count: leftOut }
  ];
  const total = created + updated + unchanged + failed + leftOut;
  return [{ id: null, label: m.imports_filter_all(), count: total }, ...outcomes.filter(({ count }) => count > 0)];
}
