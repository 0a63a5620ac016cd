import { m } from '#i18n/messages.js';
import type { ProblemCode } from '#lib/import/problems.ts';
import type { PlanCounts, RowFilter } from '#lib/import/road.ts';
import type { FilterButton } from '#lib/ui/kit/filter-button.ts';
import type { Segment } from '#lib/ui/kit/proportions.ts';
import { problemName } from '#lib/wording/problem-sentence.ts';

/**
 * All, Ready, those of people who are there already, Problems, Left out, then each kind of problem, the most frequent
 * first; a chosen one stays though it is empty. Kinds in `known` come first, in its order, and stay though they are
 * empty: while rows are put right, no choice moves from under the hand.
 */
export function filtersFor(
  counts: PlanCounts,
  chosen: RowFilter,
  known: readonly ProblemCode[] = []
): readonly FilterButton<RowFilter>[] {
  return [
    { id: 'all', label: m.preview_filter_all(), count: counts.total },
    ...someOf('changed', m.preview_filter_changed(), counts.changed, 'warning', chosen),
    { id: 'ready', label: m.preview_filter_ready(), count: counts.ready, tone: 'success' },
    ...someOf('updated', m.preview_filter_updated(), counts.updated, undefined, chosen),
    ...someOf('unchanged', m.preview_filter_unchanged(), counts.unchanged, 'warning', chosen),
    { id: 'problems', label: m.preview_filter_problems(), count: counts.problems, tone: 'danger' },
    { id: 'left-out', label: m.preview_filter_left_out(), count: counts.leftOut, tone: 'quiet' },
    ...kindsOfProblem(counts, chosen, known)
  ];
}

function someOf(
  id: RowFilter,
  label: string,
  count: number,
  tone: Segment['tone'] | undefined,
  chosen: RowFilter
): readonly FilterButton<RowFilter>[] {
  return count > 0 || chosen === id ? [{ id, label, count, ...(tone && { tone }) }] : [];
}

/** Kinds of problem in the order in which `filtersFor` lists them. */
export function kindsInOrder(counts: PlanCounts, known: readonly ProblemCode[]): readonly ProblemCode[] {
  const found = (Object.entries(counts.byProblem) as [ProblemCode, number][])
    .filter(([code, count]) => count > 0 && !known.includes(code))
    .sort(([, one], [, other]) => other - one);
  return [...known, ...found.map(([code]) => code)];
}

function kindsOfProblem(
  counts: PlanCounts,
  chosen: RowFilter,
  known: readonly ProblemCode[]
): readonly FilterButton<RowFilter>[] {
  const codes = kindsInOrder(counts, known);
  const shown = isProblemCode(chosen) && !codes.includes(chosen) ? [...codes, chosen] : codes;
  return shown.map((code) => ({
    id: code,
    label: problemName(code),
    count: counts.byProblem[code] ?? 0
  }));
}

/** Whether a filter is one kind of problem. */
export function isProblemCode(filter: RowFilter): filter is ProblemCode {
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
