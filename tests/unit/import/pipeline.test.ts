import { describe, expect, test } from 'vitest';
import { commitImport, previewImport, resultOfImport } from '#lib/import/pipeline.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';
import type { ResultFile, SourceFile } from '#lib/import/road.ts';
import { maskedSource } from '#lib/worker/masked-source.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { planOf, REQUEST, workbookOf } from './agents-workbook.ts';
import { committed } from './committed.ts';
import { cellsOf } from './cells-of.ts';
import { FakeOrgStore, group } from './fake-org-store.ts';

const ROWS = [
  ['Name', 'Email', 'Password'],
  ['Ana', 'ana@example.com', 'Sample12'],
  ['Ben', 'ben', 'Sample12'],
  ['', '', ''],
  ['Cem', 'cem@example.com', 'Sample34'],
  ['Dan', 'dan@example.com', 'Sample56']
];

async function result(from: PlannedImport | number, store: FakeOrgStore, mask = false): Promise<ResultFile> {
  const made = await resultOfImport(from, { actorId: 1, maskPasswords: mask }, { store, phrasebook });
  if (made === null || 'code' in made) throw new Error(`There should be a result, not ${JSON.stringify(made)}`);
  return made;
}

const resultsIn = async (file: ResultFile): Promise<string[]> => (await cellsOf(file.bytes)).map((row) => row[3] ?? '');

describe('from a workbook to agents and back', () => {
  test('the ready rows are created, and each row of the file says what became of it', async () => {
    const store = new FakeOrgStore();
    const planned = await planOf(await workbookOf(ROWS), store);
    planned.plan.edit(2, 'name', 'Cem Oz');
    planned.plan.leaveOut([3], true);
    expect(planned.plan.counts).toMatchObject({ total: 4, ready: 2, problems: 1, leftOut: 1 });

    await committed(planned, store);
    expect(store.created.map(({ name, email, password, groupId }) => [name, email, password, groupId])).toEqual([
      ['Ana', 'ana@example.com', 'Sample12', 5],
      ['Cem Oz', 'cem@example.com', 'Sample34', 5]
    ]);

    const file = await result(planned, store);
    expect(file.name).toBe('agents-result.xlsx');
    expect(await resultsIn(file)).toEqual([
      'Result',
      'Created',
      'Email “ben” is not an email address. Write it like name@example.com.',
      '',
      'Created with changes: Name',
      'Left out'
    ]);
  });

  test('the same file again: everyone is in use, nothing is imported', async () => {
    const store = new FakeOrgStore();
    const source = await workbookOf(ROWS);
    await committed(await planOf(source, store), store);
    const again = await planOf(source, store);
    expect(again.plan.counts).toMatchObject({ ready: 0, byProblem: { 'email-in-use': 3 } });
    expect(await commitImport(again, { store, phrasebook })).toMatchObject({ refusal: { code: 'nothing-to-import' } });
  });

  test('the result again: what was created is left out, and only the rest is tried', async () => {
    const store = new FakeOrgStore();
    const planned = await planOf(await workbookOf(ROWS), store);
    await committed(planned, store);
    const { bytes } = await result(planned, store);
    const again = await planOf({ name: 'agents-result.xlsx', bytes }, store);
    expect(again.plan.counts).toMatchObject({ total: 4, ready: 0, leftOut: 3, problems: 1 });
    again.plan.edit(1, 'email', 'ben@example.com');
    await committed(again, store);
    expect(await resultsIn(await result(again, store))).toEqual([
      ...['Result', 'Left out', 'Created with changes: Email', '', 'Left out', 'Left out']
    ]);
  });
});

describe('passwords', () => {
  test('are masked in the result where that was asked', async () => {
    const store = new FakeOrgStore();
    const planned = await planOf(await workbookOf(ROWS), store);
    await committed(planned, store);
    const passwords = (await cellsOf((await result(planned, store, true)).bytes)).map((row) => row[2]);
    expect(passwords).toEqual(['Password', '••••••••', '••••••••', '', '••••••••', '••••••••']);
  });

  test('are nowhere in what is kept, and the result after a restart is made of it', async () => {
    const store = new FakeOrgStore();
    const planned = await planOf(await workbookOf(ROWS), store);
    const importId = await committed(planned, store, await maskedSource(planned, new AbortController().signal));
    const kept = store.imports.get(importId);
    expect(JSON.stringify(kept?.rows)).not.toContain('Sample');
    const cells = await cellsOf((await result(importId, store)).bytes);
    expect(cells[1]).toEqual(['Ana', 'ana@example.com', '••••••••', 'Created']);
    expect(JSON.stringify(cells)).not.toContain('Sample');
  });
});

describe('from other formats', () => {
  const csv = 'Name;Email;Password\r\n=SUM(A1);ana@example.com;Sample12\r\nBen;ben@example.com;\r\n';
  const source: SourceFile = { name: 'people.csv', bytes: new Blob([csv]) };

  test('the result is a new workbook with the cells as text', async () => {
    const store = new FakeOrgStore();
    const planned = await planOf(source, store);
    const importId = await committed(planned, store);
    const file = await result(planned, store);
    expect(file.name).toBe('people-result.xlsx');
    expect(await cellsOf(file.bytes)).toEqual([
      ['Name', 'Email', 'Password', 'Result'],
      ['=SUM(A1)', 'ana@example.com', 'Sample12', 'Created'],
      ['Ben', 'ben@example.com', '', 'Password is empty. Fill it in.']
    ]);
    const kept = await cellsOf((await result(importId, store)).bytes);
    expect(kept.map((row) => row[2])).toEqual(['Password', '••••••••', '']);
  });
});

describe('when the organization changed meanwhile', () => {
  test('without a difference for any row, the import goes through', async () => {
    const store = new FakeOrgStore();
    const planned = await planOf(await workbookOf(ROWS), store);
    store.change(({ groups }) => groups.push(group(6, 'Sales')));
    await committed(planned, store);
    expect(store.created).toHaveLength(3);
  });

  test('otherwise it is refused, with the differences marked and the edits kept', async () => {
    const store = new FakeOrgStore();
    const planned = await planOf(await workbookOf(ROWS), store);
    planned.plan.edit(3, 'name', 'Daniel');
    const [ana] = (await planOf(await workbookOf(ROWS.slice(0, 2)), store)).plan.drafts();
    store.change(({ people }) => people.push({ ...(ana as NonNullable<typeof ana>), id: 99, role: 'technician' }));

    const outcome = await commitImport(planned, { store, phrasebook });
    if (outcome.kind !== 'refused') throw new Error('It should be refused');
    expect(outcome.refusal).toEqual({ code: 'organization-changed' });
    const { plan } = outcome.planned;
    expect(plan.counts).toMatchObject({ ready: 2, changed: 1, byProblem: { 'email-in-use': 1 } });
    expect(plan.select('changed', 0, 9)).toEqual([0]);
    expect(plan.row(3).edited).toEqual(['name']);
    expect(store.created).toHaveLength(0);

    await committed(outcome.planned, store);
    expect(store.created.map(({ name }) => name)).toEqual(['Cem', 'Daniel']);
  });
});

describe('a preview ends', () => {
  const preview = (source: SourceFile, more = {}) =>
    previewImport(source, { ...REQUEST, ...more }, { store: new FakeOrgStore(), phrasebook });

  test('with the mismatch of a header, and goes on with the matching that was accepted', async () => {
    const source = await workbookOf([['Mail', 'Who', 'Pass'], ...ROWS.slice(1)]);
    expect(await preview(source)).toMatchObject({ kind: 'header-mismatch', mismatch: { missing: ['name'] } });
    const matching = { name: 0, email: 1, password: 2 };
    expect(await preview(source, { matching })).toMatchObject({ kind: 'preview' });
  });

  test('with a failure where there is no header or no data', async () => {
    expect(await preview(await workbookOf(ROWS.slice(1)))).toEqual({ kind: 'failure', failure: { code: 'no-header' } });
    expect(await preview({ name: 'a.xlsx', bytes: new Blob([]) })).toEqual({
      kind: 'failure',
      failure: { code: 'empty-file' }
    });
  });

  test('and stops reading when the store fails', async () => {
    let reached = 0;
    class Watched extends Blob {
      override slice(from = 0, to = this.size): Blob {
        reached = Math.max(reached, to);
        return super.slice(from, to);
      }
    }
    const password = 'Sample12'.repeat(500);
    const lines = Array.from({ length: 3000 }, (_, at) => `P${at},p${at}@example.com,${password}`);
    const long = ['Name,Email,Password', ...lines].join('\n');
    const store = new FakeOrgStore();
    store.facts = () => Promise.reject(new Error('no store'));
    const source = { name: 'many.csv', bytes: new Watched([long]) };
    await expect(previewImport(source, REQUEST, { store, phrasebook })).rejects.toThrow('no store');
    // The same once more, as a measure: a reading that went on would have ended by now.
    await planOf({ name: 'many.csv', bytes: new Blob([long]) }, new FakeOrgStore());
    expect(reached).toBeLessThan(source.bytes.size);
  });

  test('with the signal’s reason', async () => {
    const stop = new AbortController();
    const lines = Array.from({ length: 50_000 }, (_, at) => `P${at},p${at}@example.com,Sample12`);
    const source = { name: 'many.csv', bytes: new Blob([['Name,Email,Password', ...lines].join('\n')]) };
    const stopped = planOf(source, new FakeOrgStore(), {
      signal: stop.signal,
      onRows: () => stop.abort(new Error('enough'))
    });
    await expect(stopped).rejects.toThrow('enough');
  });
});
