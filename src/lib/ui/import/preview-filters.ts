import { m } from '#i18n/messages.js';
import type { ProblemCode } from '#lib/import/problems.ts';
import type { PlanCounts, RowFilter } from '#lib/import/road.ts';
import type { Segment } from '#lib/ui/kit/proportions.ts';
import { problemName } from '#lib/wording/problem-sentence.ts';

export interface FilterChoice {
  readonly id: RowFilter;
  readonly label: string;
  readonly count: number;
  /** 'part': one kind of problem, a part of all of them. */
  readonly tone: Segment['tone'] | 'part';
}

/** All, Ready, Problems, Left out, then each kind of problem, the most frequent first; a chosen one stays though it is empty. */
export function filtersFor(counts: PlanCounts, chosen: RowFilter): readonly FilterChoice[] {
  const changed: readonly FilterChoice[] =
    counts.changed > 0 || chosen === 'changed'
      ? [{ id: 'changed', label: m.preview_filter_changed(), count: counts.changed, tone: 'warning' }]
      : [];
  return [
    { id: 'all', label: m.preview_filter_all(), count: counts.total, tone: 'accent' },
    ...changed,
    { id: 'ready', label: m.preview_filter_ready(), count: counts.ready, tone: 'success' },
    { id: 'problems', label: m.preview_filter_problems(), count: counts.problems, tone: 'danger' },
    { id: 'left-out', label: m.preview_filter_left_out(), count: counts.leftOut, tone: 'quiet' },
    ...kindsOfProblem(counts, chosen)
  ];
}

function kindsOfProblem(counts: PlanCounts, chosen: RowFilter): readonly FilterChoice[] {
  const found = new Map(Object.entries(counts.byProblem) as [ProblemCode, number][]);
  if (isProblemCode(chosen) && !found.has(chosen)) found.set(chosen, 0);
  return [...found]
    .filter(([code, count]) => count > 0 || code === chosen)
    .sort(([, one], [, other]) => other - one)
    .map(([code, count]) => ({ id: code, label: problemName(code), count, tone: 'part' }));
}

function isProblemCode(filter: RowFilter): filter is ProblemCode {
  return !['all', 'ready', 'problems', 'left-out', 'changed'].includes(filter);
}

/** The counts as the bar shows them. */
export function proportions(counts: Pick<PlanCounts, 'ready' | 'problems' | 'leftOut'>): readonly Segment[] {
  return [
    { label: m.preview_filter_ready(), count: counts.ready, tone: 'success' },
    { label: m.preview_filter_problems(), count: counts.problems, tone: 'danger' },
    { label: m.preview_filter_left_out(), count: counts.leftOut, tone: 'quiet' }
  ];
}
