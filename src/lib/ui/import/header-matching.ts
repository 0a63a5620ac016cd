import { importKinds, type ColumnId, type ImportKindId } from '#lib/import/kinds.ts';
import type { Matching } from '#lib/import/road.ts';

type MatchingFault =
  | { readonly code: 'missing'; readonly column: ColumnId }
  | { readonly code: 'twice'; readonly column: ColumnId; readonly other: ColumnId };

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
