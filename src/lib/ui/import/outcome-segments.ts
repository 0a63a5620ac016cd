import { m } from '#i18n/messages.js';
import type { CommittedImport } from '#lib/import/road.ts';
import type { Segment } from '#lib/ui/kit/proportions.ts';

/** What became of an import's rows, as a bar shows it. */
export function outcomeSegments({ created, failed, leftOut }: CommittedImport): readonly Segment[] {
  return [
    { label: m.import_outcome_created(), count: created, tone: 'success' },
    { label: m.import_outcome_failed(), count: failed, tone: 'danger' },
    { label: m.import_outcome_left_out(), count: leftOut, tone: 'quiet' }
  ];
}
