import { describe, expect, it } from 'vitest';
import type { CommitRow } from '#lib/import/5-commit/org-store.ts';
import { CommittedRows } from '#lib/ui/imports/committed-rows.svelte.ts';

const CHUNK = 10;

/** Every third row failed. */
const rows: readonly CommitRow[] = Array.from({ length: 25 }, (_, at) => ({
  rowNumber: at + 2,
  cells: [`Person ${at}`],
  outcome: at % 3 === 0 ? { kind: 'failed', problems: [] } : { kind: 'created', edited: [] }
}));

const read = (_importId: number, chunk: number) => {
  const found = rows.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
  return Promise.resolve(found.length === 0 ? null : found);
};

describe('the rows of a finished import', () => {
  it('with a filter are the rows with this outcome, across chunks', async () => {
    const committed = new CommittedRows(1, read);
    await committed.choose('failed');
    await committed.show({ from: 0, to: 9 });
    expect(committed.passing).toBe(9);
    expect([0, 3, 8].map((index) => committed.row(index)?.rowNumber)).toEqual([2, 11, 26]);
  });

  it('without a filter are all again', async () => {
    const committed = new CommittedRows(1, read);
    await committed.choose('failed');
    await committed.choose(null);
    await committed.show({ from: 20, to: 25 });
    expect(committed.passing).toBeUndefined();
    expect(committed.row(24)?.rowNumber).toBe(26);
  });

  it('of a filter that was left meanwhile never show', async () => {
    const committed = new CommittedRows(1, read);
    const first = committed.choose('failed');
    await Promise.all([first, committed.choose('created')]);
    expect(committed.passing).toBe(16);
  });
});
