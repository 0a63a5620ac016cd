import { m } from '#i18n/messages.js';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { ProblemCode } from '#lib/import/problems.ts';
import type { RowOutcome } from '#lib/import/road.ts';
import type { FilterButton } from '#lib/ui/kit/filter-button.ts';
import { problemName } from '#lib/wording/problem-sentence.ts';

/** null: all rows. A problem's code: the rows that had this problem, whatever else they had. */
export type OutcomeFilter = RowOutcome['kind'] | ProblemCode | null;

/** All, every outcome that a row of this import had, and every kind of problem, the most frequent first. */
export function outcomeFilters(record: ImportRecord): readonly FilterButton<OutcomeFilter>[] {
  const { created, updated, unchanged, failed, leftOut, byProblem = {} } = record;
  const outcomes: readonly FilterButton<OutcomeFilter>[] = [
    { id: 'created', label: m.import_outcome_created(), count: created, tone: 'success' },
    { id: 'updated', label: m.import_outcome_updated(), count: updated, tone: 'accent' },
    { id: 'unchanged', label: m.import_outcome_unchanged(), count: unchanged, tone: 'warning' },
    { id: 'failed', label: m.import_outcome_failed(), count: failed, tone: 'danger' },
    { id: 'left-out', label: m.import_outcome_left_out(), count: leftOut, tone: 'quiet' }
  ];
  const problems = (Object.entries(byProblem) as [ProblemCode, number][])
    .sort(([, one], [, other]) => other - one)
    .map(([code, count]): FilterButton<OutcomeFilter> => ({ id: code, label: problemName(code), count }));
  const total = created + updated + unchanged + failed + leftOut;
  return [
    { id: null, label: m.imports_filter_all(), count: total },
    ...[...outcomes, ...problems].filter(({ count }) => count > 0)
  ];
}

export function passes(outcome: RowOutcome, filter: OutcomeFilter): boolean {
  if (filter === null || filter === outcome.kind) return true;
  return outcome.kind === 'failed' && outcome.problems.some(({ code }) => code === filter);
}
