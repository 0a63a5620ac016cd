import { importKinds, type ColumnId, type ImportKindId } from '#lib/import/kinds.ts';
import type { HeaderMismatch, Matching } from '#lib/import/road.ts';

type MatchingFault =
  | { readonly code: 'missing'; readonly column: ColumnId }
  | { readonly code: 'twice'; readonly column: ColumnId; readonly other: ColumnId };

/** Offered even without a header. */
const ALWAYS_OFFERED = 26;
const MOST_NAMED = 256;

/**
 * The file's columns that can be chosen from, in their order, from 0: all of an ordinary file. A header may reach to
 * column 16,384, and as many options for each of ten columns would take the page minutes to draw.
 */
export function offeredColumns({ header, proposed }: Pick<HeaderMismatch, 'header' | 'proposed'>): readonly number[] {
  const mayBeMeant = new Set(Object.values(proposed));
  let named = 0;
  return [...header.keys()].filter((position) => {
    const isNamed = header[position] !== '' && ++named <= MOST_NAMED;
    return position < ALWAYS_OFFERED || isNamed || mayBeMeant.has(position);
  });
}

/**
 * What still keeps a matching from being used, one fault for a column: a column of the file can stand for one only.
 * `groupChosen`: no row has to name its group then.
 */
export function matchingFaults(matching: Matching, kind: ImportKindId, groupChosen = false): readonly MatchingFault[] {
  const takenBy = new Map<number, ColumnId>();
  const faults: MatchingFault[] = [];
  for (const { id, required } of importKinds[kind].columns) {
    const position = matching[id] ?? null;
    if (position === null) {
      if (required && !(id === 'groupId' && groupChosen)) faults.push({ code: 'missing', column: id });
      continue;
    }
    const other = takenBy.get(position);
    if (other) faults.push({ code: 'twice', column: id, other });
    else takenBy.set(position, id);
  }
  return faults;
}
