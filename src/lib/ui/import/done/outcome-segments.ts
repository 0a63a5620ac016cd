import { m } from '#i18n/messages.js';
import type { CommittedImport } from '#lib/import/road.ts';
import type { Segment } from '#lib/ui/kit/proportions.ts';

/** What became of an import's rows, as a bar shows it. */
export function outcomeSegments(counts: Omit<CommittedImport, 'importId'>): readonly Segment[] {
  const { created, updated, unchanged, failed, leftOut } = counts;
  return [
    { label: m.import_outcome_created(), count: created, tone: 'success' },
    ...(updated > 0 ? [{ label: m.import_outcome_updated(), count: updated, tone: 'accent' } as const] : []),
    ...(unchanged > 0 ? [{ label: m.import_outcome_unchanged(), count: unchanged, tone: 'warning' } as const] : []),
    { label: m.import_outcome_failed(), count: failed, tone: 'danger' },
    { label: m.import_outcome_left_out(), count: leftOut, tone: 'quiet' }
  ];
}
