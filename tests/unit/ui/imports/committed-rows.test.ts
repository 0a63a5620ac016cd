import { describe, expect, it } from 'vitest';
import type { CommitRow } from '#lib/import/5-commit/org-store.ts';
import type { Problem } from '#lib/import/problems.ts';
import { CommittedRows, type KeptRows } from '#lib/ui/imports/committed-rows.svelte.ts';

const CHUNK = 10;

const missing: Problem = { field: 'name', code: 'missing-value' };
const groupless: Problem = { field: 'groupId', code: 'group-missing' };

/** Every third row failed, every sixth for two reasons. */
const rows: readonly CommitRow[] = Array.from({ length: 25 }, (_, at) => ({
  rowNumber: at + 2,
  cells: [`Person ${at}`],
  outcome:
    at % 3 === 0
      ? { kind: 'failed', problems: at % 6 === 0 ? [missing, groupless] : [missing] }
      : { kind: 'created', edited: [] }
}));

const chunkOf = (chunk: number) => rows.slice(chunk * CHUNK, (chunk + 1) * CHUNK);

const kept: KeptRows = {
  read: (chunk) => Promise.resolve(chunkOf(chunk).length === 0 ? null : chunkOf(chunk)),
  lookThrough: async (look, signal) => {
    for (let chunk = 0; chunkOf(chunk).length > 0; chunk++) {
      const outcomes = await Promise.resolve(chunkOf(chunk).map(({ outcome }) => outcome));
      if (!signal.aborted) look(outcomes);
    }
  }
};
/** One row of every chunk was left out. */
const far: KeptRows = {
  read: (chunk) => Promise.resolve(chunk < 40 ? chunkOf(0).map((row) => ({ ...row, rowNumber: chunk })) : null),
  lookThrough: (look) => {
    for (let chunk = 0; chunk < 40; chunk++)
      look(chunkOf(0).map((_, at) => (at === 0 ? { kind: 'left-out' } : { kind: 'unchanged' })));
    return Promise.resolve();
  }
};
const numbers = (committed: CommittedRows, indexes: number[]) =>
  indexes.map((index) => committed.row(index)?.rowNumber);

describe('the rows of a finished import', () => {
  it('with a filter are the rows with this outcome, across chunks', async () => {
    const committed = new CommittedRows(kept);
    await committed.choose('failed');
    await committed.show({ from: 0, to: 9 });
    expect(numbers(committed, [0, 3, 8, 9])).toEqual([2, 11, 26, undefined]);
  });

  it('with a kind of problem are the rows that have it, alone or with others', async () => {
    const committed = new CommittedRows(kept);
    await committed.choose('group-missing');
    await committed.show({ from: 0, to: 5 });
    expect(numbers(committed, [0, 1, 4, 5])).toEqual([2, 8, 26, undefined]);
  });

  it('with a filter that few rows pass all show, however far apart they are', async () => {
    const committed = new CommittedRows(far);
    await committed.choose('left-out');
    await committed.show({ from: 0, to: 30 });
    expect(numbers(committed, [0, 1, 29])).toEqual([0, 1, 29]);
  });

  it('in sight stay there while the cursor goes to one far away, and the cursor’s row while they scroll', async () => {
    const committed = new CommittedRows(far);
    await committed.choose('left-out');
    await committed.show({ from: 0, to: 10 });
    await committed.show({ from: 35, to: 36 }, 'cursor');
    expect(numbers(committed, [0, 9, 35])).toEqual([0, 9, 35]);
    await committed.show({ from: 10, to: 20 });
    expect(numbers(committed, [10, 19, 35])).toEqual([10, 19, 35]);
  });

  it('without a filter are all again', async () => {
    const committed = new CommittedRows(kept);
    await committed.choose('failed');
    await committed.choose(null);
    await committed.show({ from: 20, to: 25 });
    expect(numbers(committed, [20, 24])).toEqual([22, 26]);
  });

  it('of a filter that was left meanwhile never show', async () => {
    const committed = new CommittedRows(kept);
    const first = committed.choose('failed');
    await Promise.all([first, committed.choose('created')]);
    await committed.show({ from: 0, to: 20 });
    expect(numbers(committed, [0, 15, 16])).toEqual([3, 25, undefined]);
  });
});
