import type { ColumnId, ImportKind } from './kinds.ts';
import type { Matching } from './road.ts';

/** Over the cells that say what became of each row; the same in every language, so that any result file can come again. */
export const RESULT_HEADER = 'Result';

/** Headers are equal when their keys are: without regard to case, white space and full-width forms. */
export function headerKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/** The column of the kind that this header, or an alias of it, names. */
export function columnCalled(kind: ImportKind, header: string): ColumnId | undefined {
  return columnsByKey(kind).get(headerKey(header));
}

const keysOfKinds = new WeakMap<ImportKind, ReadonlyMap<string, ColumnId>>();

function columnsByKey(kind: ImportKind): ReadonlyMap<string, ColumnId> {
  const known = keysOfKinds.get(kind);
  if (known) return known;
  const columns = new Map(
    kind.columns.flatMap(({ id, header, aliases }) =>
      [header, ...aliases].map((name) => [headerKey(name), id] as const)
    )
  );
  keysOfKinds.set(kind, columns);
  return columns;
}

/**
 * The index of a trailing Result column, as a result file that came again has it; null without one. In JSON, where the
 * order of members means nothing (`unordered`), it may stand anywhere.
 */
export function resultColumnOf(header: readonly string[], unordered = false): number | null {
  if (unordered) {
    const found = header.findIndex((text) => headerKey(text) === headerKey(RESULT_HEADER));
    return found < 0 ? null : found;
  }
  const last = header.findLastIndex((text) => text.trim() !== '');
  return last > 0 && headerKey(header[last] ?? '') === headerKey(RESULT_HEADER) ? last : null;
}

/**
 * The matching of a header that has all columns of the kind in their order and no others but a trailing Result; null
 * for any other (specification: Importing users). Columns without a header are passed over. `unordered`: of JSON.
 */
export function exactMatching(kind: ImportKind, header: readonly string[], unordered = false): Matching | null {
  const resultColumn = resultColumnOf(header, unordered);
  const named = header.flatMap((text, index) =>
    text.trim() === '' || index === resultColumn ? [] : [{ text, index }]
  );
  if (named.length !== kind.columns.length) return null;
  const matching: Partial<Record<ColumnId, number>> = {};
  for (const [place, column] of kind.columns.entries()) {
    const found = unordered ? named.find(({ text }) => columnCalled(kind, text) === column.id) : named[place];
    if (found === undefined || columnCalled(kind, found.text) !== column.id) return null;
    matching[column.id] = found.index;
  }
  return matching;
}
