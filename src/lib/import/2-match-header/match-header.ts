import { columnCalled, exactMatching, resultColumnOf } from '#lib/import/headers.ts';
import { importKinds, type ColumnId, type ImportKind } from '#lib/import/kinds.ts';
import type { HeaderMismatch, MatchedTable, Matching, Table } from '#lib/import/road.ts';
import { proposeMatching } from './propose-matching.ts';

/**
 * Stage 2: which of the file's columns is which. Refuses where the header is not the kind's own, unless the person
 * accepted a matching for it (specification: Importing users). `groupChosen`: no row has to name its group then.
 */
export function matchHeader(
  table: Table,
  kind: ImportKind,
  accepted: Matching | undefined,
  groupChosen: boolean
): MatchedTable | HeaderMismatch {
  const unordered = table.format === 'json';
  const matching = accepted
    ? validated(accepted, table, kind, groupChosen)
    : exactMatching(kind, table.header, unordered);
  if (matching === null) return explainMismatch(kind, table.header, unordered);
  return { table, matching, resultColumn: resultColumnOf(table.header, unordered) };
}

/** What the person accepted, or null where it leaves out a required column or uses one twice. */
function validated(accepted: Matching, table: Table, kind: ImportKind, groupChosen: boolean): Matching | null {
  const matching: Partial<Record<ColumnId, number | null>> = {};
  const used = new Set<number>();
  for (const { id, required } of kind.columns) {
    const index = accepted[id] ?? null;
    matching[id] = index;
    if (index === null) {
      if (required && !(id === 'groupId' && groupChosen)) return null;
    } else {
      if (!Number.isInteger(index) || index < 0 || index >= table.header.length || used.has(index)) return null;
      used.add(index);
    }
  }
  return matching;
}

/** Says of each column what is wrong with it, in the fewest words: what merely follows a shifted column has not moved. */
function explainMismatch(kind: ImportKind, header: readonly string[], unordered = false): HeaderMismatch {
  const resultColumn = resultColumnOf(header, unordered);
  const proposed = proposeMatching(
    kind,
    header.map((text, index) => (index === resultColumn ? '' : text))
  );
  const columnAt = new Map<number, ColumnId>();
  for (const { id } of kind.columns) {
    const index = proposed[id];
    if (typeof index === 'number') columnAt.set(index, id);
  }
  const inFileOrder = [...columnAt].sort(([a], [b]) => a - b).map(([position, column]) => ({ position, column }));
  const expected = ({ column }: { column: ColumnId }): number => kind.columns.findIndex(({ id }) => id === column);
  const inPlace = new Set(longestRise(inFileOrder.map(expected)));
  const isRenamed = (position: number, column: ColumnId): boolean =>
    columnCalled(kind, header[position] ?? '') !== column;
  const other = Object.values(importKinds).find((one) => one !== kind && exactMatching(one, header, unordered));
  return {
    header,
    missing: kind.columns.flatMap(({ id }) => (typeof proposed[id] === 'number' ? [] : [id])),
    extra: header.flatMap((text, position) =>
      text.trim() === '' || position === resultColumn || columnAt.has(position) ? [] : [{ position, text }]
    ),
    renamed: inFileOrder.flatMap(({ position, column }) =>
      isRenamed(position, column) ? [{ position, text: header[position] ?? '', column }] : []
    ),
    moved: inFileOrder.flatMap((found, place) =>
      unordered || inPlace.has(place)
        ? []
        : [{ position: found.position, expected: expected(found), column: found.column }]
    ),
    proposed,
    ...(other && { otherKind: other.id })
  };
}

/** The places of a longest rising run of numbers, not necessarily next to one another. */
function longestRise(numbers: readonly number[]): readonly number[] {
  const best: (readonly number[])[] = [];
  for (const [place, number] of numbers.entries()) {
    const before = best.filter((run) => (numbers[run.at(-1) ?? 0] ?? 0) < number);
    best.push([...longest(before), place]);
  }
  return longest(best);
}

function longest(runs: readonly (readonly number[])[]): readonly number[] {
  return runs.reduce<readonly number[]>((long, run) => (run.length > long.length ? run : long), []);
}
