/** What became of an import's rows, as it is kept: perhaps by another version, with problems and columns of its own. */
import * as z from 'zod/mini';
import type { ColumnId } from '#lib/import/kinds.ts';
import { problemCodes, type Problem } from '#lib/import/problems.ts';
import type { CellChange, RowOutcome } from '#lib/import/road.ts';
import { columnIds } from '#lib/import/stored-names.ts';

const column = z.enum(columnIds);
const group = z.object({ id: z.number(), name: z.string() });
const problem = z.looseObject({ field: column, code: z.enum(problemCodes) });
const change = z.object({ column, before: z.string(), after: z.string() });

/** Those of a list that this version knows. */
const known = <Item>(isKnown: (stored: unknown) => stored is Item) =>
  z.pipe(
    z.array(z.unknown()),
    z.transform((stored) => stored.filter(isKnown))
  );

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('created'), edited: known(isColumn) }),
  z.object({
    kind: z.literal('updated'),
    changes: known(isChange),
    moved: z.exactOptional(z.object({ from: group, to: group }))
  }),
  z.object({ kind: z.literal('unchanged') }),
  z.object({ kind: z.literal('left-out') }),
  z.object({ kind: z.literal('failed'), problems: known(isProblem) })
]);
const list = z.array(z.unknown());

/** One that this version does not know failed, for reasons that it does not know: the rest stays readable. */
export function parseOutcome(stored: unknown): RowOutcome {
  const { success, data } = outcome.safeParse(stored);
  return success ? data : { kind: 'failed', problems: [] };
}

/** `json`: an array of them. */
export function parseOutcomes(json: string): RowOutcome[] {
  return list.parse(JSON.parse(json)).map(parseOutcome);
}

function isColumn(stored: unknown): stored is ColumnId {
  return column.safeParse(stored).success;
}

function isChange(stored: unknown): stored is CellChange {
  return change.safeParse(stored).success;
}

/** What a problem's sentence needs beyond these was written together with its code. */
function isProblem(stored: unknown): stored is Problem {
  return problem.safeParse(stored).success;
}
