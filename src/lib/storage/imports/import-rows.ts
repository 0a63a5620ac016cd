/** How the rows of an import are kept. */
import type { CommitRow } from '#lib/import/5-commit/org-store.ts';
import type { RowOutcome } from '#lib/import/road.ts';
import type { ImportRowsRecord, LooseImportRows, StoredImportRows } from '#lib/storage/records.ts';
import { parseOutcome, parseOutcomes } from './stored-outcomes.ts';

const CREATED = 0;
const LEFT_OUT = 1;
const OTHER = 2;

/** A chunk as it is kept, before its import has an id. */
export type PackedRows = Omit<ImportRowsRecord, 'importId' | 'chunk'>;

/**
 * [Note: rows are kept packed] A full-height sheet is a million rows: as objects they would be copied cell by cell, into
 * the transaction and out of it. So a chunk is one string with all its cells and some arrays of numbers. What nearly all
 * rows have become, created or left out, is a number too; the rest are written out as JSON.
 */
export function packRows(rows: readonly CommitRow[]): PackedRows {
  const texts = rows.flatMap(({ cells }) => cells);
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [place, text] of texts.entries()) ends[place] = end += text.length;
  const outcomes = rows.map(({ outcome }) => outcome);
  return {
    numbers: Uint32Array.from(rows, ({ rowNumber }) => rowNumber),
    widths: Uint16Array.from(rows, ({ cells }) => cells.length),
    text: texts.join(''),
    ends,
    kinds: Uint8Array.from(outcomes, kindOf),
    others: JSON.stringify(outcomes.filter((outcome) => kindOf(outcome) === OTHER))
  };
}

export function unpackRows(stored: StoredImportRows): CommitRow[] {
  if ('cells' in stored) return unpackLoose(stored);
  const { numbers, widths, text, ends } = stored;
  let start = 0;
  let place = 0;
  const cells = (width: number): string[] =>
    Array.from({ length: width }, () => text.slice(start, (start = ends[place++] ?? text.length)));
  return unpackOutcomes(stored).map((outcome, at) => ({
    rowNumber: numbers[at] ?? 0,
    cells: cells(widths[at] ?? 0),
    outcome
  }));
}

/** What became of each row of a chunk, in their order. */
export function unpackOutcomes(stored: StoredImportRows): readonly RowOutcome[] {
  if ('cells' in stored) return stored.outcomes.map(looseOutcome);
  const others = parseOutcomes(stored.others).values();
  return Array.from(stored.kinds, (kind): RowOutcome => {
    if (kind === CREATED) return { kind: 'created', edited: [] };
    return kind === LEFT_OUT ? { kind: 'left-out' } : (others.next().value ?? { kind: 'left-out' });
  });
}

function kindOf(outcome: RowOutcome): number {
  if (outcome.kind === 'left-out') return LEFT_OUT;
  return outcome.kind === 'created' && outcome.edited.length === 0 ? CREATED : OTHER;
}

function unpackLoose({ numbers, cells, outcomes }: LooseImportRows): CommitRow[] {
  return numbers.map((rowNumber, at) => ({
    rowNumber,
    cells: cells[at] ?? [],
    outcome: looseOutcome(outcomes[at] ?? LEFT_OUT)
  }));
}

function looseOutcome(stored: LooseImportRows['outcomes'][number]): RowOutcome {
  if (stored === CREATED) return { kind: 'created', edited: [] };
  return stored === LEFT_OUT ? { kind: 'left-out' } : parseOutcome(stored);
}
