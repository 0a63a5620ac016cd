import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommitRow } from '#lib/import/5-commit/org-store.ts';
import type { RowOutcome } from '#lib/import/road.ts';
import { packRows, unpackOutcomes, unpackRows } from '#lib/storage/imports/import-rows.ts';

const outcome = fc.constantFrom<RowOutcome>(
  { kind: 'created', edited: [] },
  { kind: 'created', edited: ['email'] },
  { kind: 'left-out' },
  { kind: 'unchanged' },
  { kind: 'updated', changes: [{ column: 'name', before: 'Ana', after: 'Łucja' }] },
  { kind: 'failed', problems: [{ field: 'email', code: 'invalid-email', value: '\uD83D x' }] }
);
const row: fc.Arbitrary<CommitRow> = fc.record({
  rowNumber: fc.integer({ min: 1, max: 1_048_576 }),
  cells: fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), { maxLength: 4 }),
  outcome
});

describe('the rows of an import', () => {
  test('come out of the store as they went in', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const stored = { importId: 1, chunk: 0, ...packRows(rows) };
        expect(unpackRows(stored)).toEqual(rows);
        expect(unpackOutcomes(stored)).toEqual(rows.map(({ outcome }) => outcome));
      })
    );
  });

  test('are read as the first versions kept them, too', () => {
    const failed: RowOutcome = { kind: 'failed', problems: [{ field: 'name', code: 'missing-value' }] };
    const stored = {
      ...{ importId: 1, chunk: 0, numbers: [2, 3, 5] },
      ...{ cells: [['Ana', 'ana@x.org', ''], [], ['', 'x']], outcomes: [0, 1, failed] as const }
    };
    expect(unpackRows(stored)).toEqual([
      { rowNumber: 2, cells: ['Ana', 'ana@x.org', ''], outcome: { kind: 'created', edited: [] } },
      { rowNumber: 3, cells: [], outcome: { kind: 'left-out' } },
      { rowNumber: 5, cells: ['', 'x'], outcome: failed }
    ]);
    expect(unpackOutcomes(stored)[2]).toEqual(failed);
  });

  test('are readable also where another version knew more problems and outcomes', () => {
    const row: CommitRow = { rowNumber: 2, cells: ['Ana'], outcome: { kind: 'unchanged' } };
    const others = JSON.stringify([
      {
        kind: 'failed',
        problems: [
          { field: 'name', code: 'name-in-verse' },
          { field: 'name', code: 'missing-value' }
        ]
      },
      { kind: 'postponed', until: 'tomorrow' },
      { kind: 'created', edited: ['shoe-size', 'email'] }
    ]);
    const stored = { importId: 1, chunk: 0, ...packRows([row, row, row]), others };
    expect(unpackOutcomes(stored)).toEqual([
      { kind: 'failed', problems: [{ field: 'name', code: 'missing-value' }] },
      { kind: 'failed', problems: [] },
      { kind: 'created', edited: ['email'] }
    ]);
  });
});
