import { describe, expect, test } from 'vitest';
import { previewImport, resultOfImport } from '#lib/import/pipeline.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';
import type { ResultFormat } from '#lib/import/road.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { maskedSource } from '#lib/worker/masked-source.ts';
import { planOf, REQUEST, workbookOf } from './agents-workbook.ts';
import { committed } from './committed.ts';
import { cellsOf } from './cells-of.ts';
import { FakeOrgStore } from './fake-org-store.ts';

const ROWS = [
  ['Agents for spring'],
  [],
  ['Name', 'email address', 'Password'],
  ['Ana', 'ana@example.com', 'Sample12'],
  ['Ben', 'ben', 'Sample34']
];

async function resultCells(from: PlannedImport | number, store: FakeOrgStore): Promise<string[][]> {
  const made = await resultOfImport(from, { actorId: 1, maskPasswords: true }, { store, phrasebook });
  if (made === null || 'code' in made) throw new Error(`There should be a result, not ${JSON.stringify(made)}`);
  return cellsOf(made.bytes);
}

describe('a header below a title', () => {
  const invalid = 'Email “ben” is not an email address. Write it like name@example.com.';
  const expected = [
    ['Agents for spring', '', '', ''],
    ['', '', '', ''],
    ['Name', 'email address', 'Password', 'Result'],
    ['Ana', 'ana@example.com', '••••••••', 'Created'],
    ['Ben', 'ben', '••••••••', invalid]
  ];

  test('is found, with the rows as the file numbers them and the Result beside it', async () => {
    const store = new FakeOrgStore();
    const planned = await planOf(await workbookOf(ROWS), store);
    expect(planned.plan.counts).toMatchObject({ total: 2, ready: 1, byProblem: { 'invalid-email': 1 } });
    expect([planned.plan.row(0).rowNumber, planned.plan.row(1).rowNumber]).toEqual([4, 5]);
    expect(planned.reading.facts().rowsAboveHeader).toBe(1);

    const masked = await maskedSource(planned, new AbortController().signal);
    const importId = await committed(planned, store, masked);
    expect(store.created.map(({ name }) => name)).toEqual(['Ana']);
    expect(store.imports.get(importId)?.record.sheet).toMatchObject({ headerRowNumber: 3, resultColumn: 3 });
    expect(await resultCells(planned, store)).toEqual(expected);
    expect(await resultCells(importId, store)).toEqual(expected);
  });

  test('with a text over the passwords is not kept: it may be one', async () => {
    const rows = [['', '', 'Sample99'], ...ROWS.slice(2)];
    const planned = await planOf(await workbookOf(rows), new FakeOrgStore());
    expect(planned.plan.counts.total).toBe(2);
    expect(await maskedSource(planned, new AbortController().signal)).toBeNull();
  });

  test('is found again in the result file', async () => {
    const store = new FakeOrgStore();
    const planned = await planOf(await workbookOf(ROWS), store);
    await committed(planned, store);
    const made = await resultOfImport(planned, { actorId: 1, maskPasswords: false }, { store, phrasebook });
    if (made === null || 'code' in made) throw new Error('There should be a result');
    const again = await planOf({ name: 'agents-result.xlsx', bytes: made.bytes }, store);
    expect(again.matched.resultColumn).toBe(3);
    expect(again.plan.counts).toMatchObject({ total: 2, leftOut: 1, doneBefore: 1, problems: 1 });
  });

  test('is below it in the results of a text file too, from the file at hand and from what was kept', async () => {
    const store = new FakeOrgStore();
    const text = 'Agents for spring;;Sample99\nName;Email;Password\nAna;ana@example.com;Sample12\n';
    const planned = await planOf({ name: 'agents.csv', bytes: new Blob([text]) }, store);
    const importId = await committed(planned, store);
    const results = async (from: PlannedImport | number, format: ResultFormat, maskPasswords = false) => {
      const made = await resultOfImport(from, { actorId: 1, maskPasswords, format }, { store, phrasebook });
      if (made === null || 'code' in made) throw new Error('There should be a result');
      return made.bytes;
    };
    const withResult = text.replace('Password', 'Password;Result').replace('Sample12', 'Sample12;Created');
    const masked = withResult.replaceAll(/Sample\d\d/g, '••••••••');
    expect(await (await results(planned, 'same')).text()).toBe(withResult);
    expect(await (await results(planned, 'same', true)).text()).toBe(masked);
    expect(await (await results(importId, 'same')).text()).toBe(masked);
    expect(await cellsOf(await results(planned, 'xlsx'))).toEqual([
      ['Agents for spring', '', 'Sample99', ''],
      ['Name', 'Email', 'Password', 'Result'],
      ['Ana', 'ana@example.com', 'Sample12', 'Created']
    ]);
  });

  test('in a text file too', async () => {
    const bytes = new Blob(['Agents for spring\r\n\r\nName,Email,Password\r\nAna,ana@example.com,Sample12\r\n']);
    const planned = await planOf({ name: 'agents.csv', bytes }, new FakeOrgStore());
    expect(planned.plan.counts).toMatchObject({ total: 1, ready: 1 });
    expect(planned.plan.row(0).rowNumber).toBe(4);
  });

  test('that is not quite the header is asked about in the first row, as ever', async () => {
    const rows = ROWS.map((cells, at) => (at === 2 ? ['Name', 'Mail', 'Password'] : cells));
    const store = new FakeOrgStore();
    const outcome = await previewImport(await workbookOf(rows), REQUEST, { store, phrasebook });
    expect(outcome).toMatchObject({ kind: 'header-mismatch', mismatch: { header: ['Agents for spring'] } });
  });
});
