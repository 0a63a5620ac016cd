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

/** All, Ready, those of people who are there already, Problems, Left out, then each kind of problem, the most frequent first; a chosen one stays though it is empty. */
export function filtersFor(counts: PlanCounts, chosen: RowFilter): readonly FilterChoice[] {
  return [
    { id: 'all', label: m.preview_filter_all(), count: counts.total, tone: 'accent' },
    ...someOf('changed', m.preview_filter_changed(), counts.changed, 'warning', chosen),
    { id: 'ready', label: m.preview_filter_ready(), count: counts.ready, tone: 'success' },
    ...someOf('updated', m.preview_filter_updated(), counts.updated, 'part', chosen),
    ...someOf('unchanged', m.preview_filter_unchanged(), counts.unchanged, 'warning', chosen),
    { id: 'problems', label: m.preview_filter_problems(), count: counts.problems, tone: 'danger' },
    { id: 'left-out', label: m.preview_filter_left_out(), count: counts.leftOut, tone: 'quiet' },
    ...kindsOfProblem(counts, chosen)
  ];
}

function someOf(
  id: RowFilter,
  label: string,
  count: number,
  tone: FilterChoice['tone'],
  chosen: RowFilter
): readonly FilterChoice[] {
  return count > 0 || chosen === id ? [{ id, label, count, tone }] : [];
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
  return !['all', 'ready', 'updated', 'unchanged', 'problems', 'left-out', 'changed'].includes(filter);
}

/** The counts as the bar shows them. */
export function proportions(
  counts: Pick<PlanCounts, 'ready' | 'updated' | 'unchanged' | 'problems' | 'leftOut'>
): readonly Segment[] {
  const { ready, updated, unchanged, problems, leftOut } = counts;
  const known: readonly Segment[] = [
    { label: m.preview_filter_updated(), count: updated, tone: 'accent' },
    { label: m.preview_filter_unchanged(), count: unchanged, tone: 'warning' }
  ];
  return [
    {
      label: updated > 0 ? m.preview_will_be_created() : m.preview_filter_ready(),
      count: ready - updated,
      tone: 'success'
    },
    ...known.filter(({ count }) => count > 0),
    { label: m.preview_filter_problems(), count: problems, tone: 'danger' },
    { label: m.preview_filter_left_out(), count: leftOut, tone: 'quiet' }
  ];
}
