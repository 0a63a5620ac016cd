import { columnCalled } from '#lib/import/headers.ts';
import type { ColumnId, ImportKind } from '#lib/import/kinds.ts';
import type { Matching } from '#lib/import/road.ts';
import { likeness } from './likeness.ts';

/** Below this a header is rather another column than a misspelt one. */
const LIKE_ENOUGH = 0.6;
/** Beyond these, headers are no more compared letter by letter: a row of 16,384 of them would take seconds. */
const COMPARED_HEADERS = 256;

/**
 * Which column of the file may be which: first those that are called so, then the most alike of what is left. Only a
 * proposal: the person accepts or changes it. A column like none stays null.
 */
export function proposeMatching(kind: ImportKind, header: readonly string[]): Matching {
  const matching: Partial<Record<ColumnId, number | null>> = {};
  const free = new Set(header.keys());
  for (const { id } of kind.columns) {
    const index = [...free].find((place) => columnCalled(kind, header[place] ?? '') === id);
    matching[id] = index ?? null;
    if (index !== undefined) free.delete(index);
  }
  for (const { column, index } of candidates(kind, header, matching, free)) {
    if (matching[column] !== null || !free.has(index)) continue;
    matching[column] = index;
    free.delete(index);
  }
  return matching;
}

interface Candidate {
  readonly column: ColumnId;
  readonly index: number;
  readonly like: number;
}

/** Pairs of an unmatched column and a free header that are like enough, the most alike first. */
function candidates(
  kind: ImportKind,
  header: readonly string[],
  matching: Matching,
  free: ReadonlySet<number>
): readonly Candidate[] {
  return kind.columns
    .filter(({ id }) => matching[id] === null)
    .flatMap((column) =>
      [...free]
        .slice(0, COMPARED_HEADERS)
        .map((index) => ({ column: column.id, index, like: likeness(column, header[index] ?? '') }))
    )
    .filter(({ like }) => like >= LIKE_ENOUGH)
    .sort((a, b) => b.like - a.like);
}
