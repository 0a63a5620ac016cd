import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitImport, type Committed } from '#lib/import/pipeline.ts';
import { editCell, leaveOutAll, planWith, type PlannedImport } from '#lib/import/planned-import.ts';
import type { ExistingPeople } from '#lib/import/road.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { FakeOrgStore } from './fake-org-store.ts';
import { csv, HEADER, plannedOf, technician, technicianRow } from './technicians-file.ts';

const EXISTING_PEOPLE = ['report', 'update', 'leave-out'] as const;
const EMAILS = ['ana@example.com', 'ben@example.com', 'cem@example.com'];
const ROWS = EMAILS.map((email) => technicianRow('Somebody', email));
const FILE = csv(ROWS);

/** Ana is there already. */
const store = (): FakeOrgStore =>
  new FakeOrgStore({ people: [technician(2, 'Ana', 'ana@example.com', { nickname: 'A' })] });

const leftOut = ({ plan }: PlannedImport): boolean[] => [0, 1, 2].map((row) => plan.row(row).leftOut);

async function refused(planned: PlannedImport, here: FakeOrgStore): Promise<PlannedImport> {
  const outcome: Committed = await commitImport(planned, { store: here, phrasebook });
  if (outcome.kind !== 'refused') throw new Error('The import should be refused');
  return outcome.planned;
}

describe.each(EXISTING_PEOPLE)('a row left out by hand, of people who exist: %s', (existing) => {
  test('stays left out when other rows are edited', async () => {
    const here = store();
    const planned = await plannedOf(FILE, here, { existing });
    planned.plan.leaveOut([0, 1], true);
    await editCell(planned, 2, 'email', 'ana@example.com', { store: here, phrasebook });
    await editCell(planned, 2, 'email', 'ben@example.com', { store: here, phrasebook });
    expect(leftOut(planned)).toEqual([true, true, false]);
  });

  test('stays left out when a commit is refused and planned anew, twice', async () => {
    const here = store();
    const planned = await plannedOf(FILE, here, { existing });
    planned.plan.leaveOut([0, 1], true);
    here.change(({ people }) => people.push(technician(4, 'Cem', 'cem@example.com')));
    const again = await refused(planned, here);
    expect(leftOut(again).slice(0, 2)).toEqual([true, true]);
    again.plan.leaveOut([2], true);
    expect(leftOut(await refused(again, here))).toEqual([true, true, true]);
  });
});

async function plannedThrough(choices: readonly ExistingPeople[], planned: PlannedImport, here: FakeOrgStore) {
  for (const existing of choices) {
    const next = await planWith({ existing }, planned, { store: here, phrasebook });
    if (next === null) throw new Error('Nobody ended the planning');
    planned = next;
  }
  return planned;
}

describe('a row left out or taken in by hand, through other choices for people who exist', () => {
  test.each(['update', 'report'] as const)('updates nobody: %s, left out, and updated', async (first) => {
    const here = store();
    const planned = await plannedOf(FILE, here, { existing: first });
    planned.plan.leaveOut([0], true);
    const leavingOut = await plannedThrough(['leave-out'], planned, here);
    expect(leavingOut.plan.counts).toMatchObject({ leftOut: 1, existing: 1 });
    const updating = await plannedThrough(['update'], leavingOut, here);
    expect(updating.plan.counts).toMatchObject({ ready: 2, updated: 0, leftOut: 1, existing: 0 });
    const outcome = await commitImport(updating, { store: here, phrasebook });
    expect(outcome.kind).toBe('committed');
    expect(here.updated).toEqual([]);
  });

  test('is as the person left it when the choices end where they began', async () => {
    const choice = fc.constantFrom<ExistingPeople>(...EXISTING_PEOPLE);
    const byHand = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.boolean()), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(choice, byHand, fc.array(choice, { maxLength: 4 }), async (first, changes, between) => {
        const here = store();
        const planned = await plannedOf(FILE, here, { existing: first });
        for (const [row, out] of changes) planned.plan.leaveOut([row], out);
        const back = await plannedThrough([...between, first], planned, here);
        expect(leftOut(back)).toEqual(leftOut(planned));
        expect(back.plan.counts).toEqual(planned.plan.counts);
      }),
      { numRuns: 100 }
    );
  });

  test('stays as it is when a choice is made once more that would decide otherwise', async () => {
    const here = store();
    const planned = await plannedOf(FILE, here, { existing: 'leave-out' });
    planned.plan.leaveOut([0], false);
    const updating = await plannedThrough(['update'], planned, here);
    await editCell(updating, 0, 'nickname', 'Anni', { store: here, phrasebook });
    expect(leftOut(await plannedThrough(['leave-out'], updating, here))).toEqual([false, false, false]);
    planned.plan.leaveOut([0], true);
    expect(leftOut(await plannedThrough(['update'], planned, here))).toEqual([false, false, false]);
  });
});

describe('a row left out because someone has its email', () => {
  test('is imported after all when they are gone, and it is shown first', async () => {
    const here = store();
    const planned = await plannedOf(FILE, here, { existing: 'leave-out' });
    expect(leftOut(planned)).toEqual([true, false, false]);
    here.change(({ people }) => people.pop());
    const again = await refused(planned, here);
    expect(again.plan.row(0)).toMatchObject({ leftOut: false, changed: true, problems: [] });
    expect(again.plan.counts).toMatchObject({ ready: 3, leftOut: 0, existing: 0 });
  });

  test('is in again once another email is typed into it', async () => {
    const here = store();
    const planned = await plannedOf(FILE, here, { existing: 'leave-out' });
    await editCell(planned, 0, 'name', 'Anna', { store: here, phrasebook });
    expect(leftOut(planned)).toEqual([true, false, false]);
    await editCell(planned, 0, 'email', 'dan@example.com', { store: here, phrasebook });
    expect(leftOut(planned)).toEqual([false, false, false]);
    expect(planned.plan.counts).toMatchObject({ ready: 3, existing: 0 });
  });

  test('stays in, with its problem, when the person took it in', async () => {
    const here = store();
    const planned = await plannedOf(FILE, here, { existing: 'leave-out' });
    planned.plan.leaveOut([0], false);
    here.change(({ people }) => people.push(technician(4, 'Cem', 'cem@example.com')));
    const again = await refused(planned, here);
    expect(leftOut(again)).toEqual([false, false, true]);
    expect(again.plan.row(0).problems).toMatchObject([{ code: 'email-in-use' }]);
  });

  test('stays left out when its Result says that it was done, though the person is gone since', async () => {
    const here = store();
    const [header, ...rows] = [HEADER, ...ROWS].map((row, at) => [...row, ['Result', 'Created'][at] ?? '']);
    const text = [header, ...rows].map((row) => `${row?.join(',')}\n`).join('');
    const result = { name: 'people-result.csv', bytes: new Blob([text]) };
    const planned = await plannedOf(result, here, { existing: 'leave-out' });
    here.change(({ people }) => people.pop());
    const outcome = await commitImport(planned, { store: here, phrasebook });
    expect(outcome.kind).toBe('committed');
    expect(here.created).toHaveLength(2);
  });
});

describe('only the first ready rows', () => {
  const many = (count: number): string[][] =>
    Array.from({ length: count }, (_, at) => technicianRow('Somebody', `p${at}@example.com`));
  const firstRows = Array.from({ length: 10 }, (_, row) => row);

  test('are ready where the file has more rows than are allowed', async () => {
    const planned = await plannedOf(csv(many(200)), new FakeOrgStore({ settings: { importRowLimit: 50 } }));
    expect(planned.plan.counts).toMatchObject({ ready: 50, byProblem: { 'too-many-rows': 150 } });
    await leaveOutAll(planned, { filter: 'ready', keep: 10, leftOut: true });
    expect(planned.plan.select('ready', 0, Infinity)).toEqual(firstRows);
    expect(planned.plan.counts).toMatchObject({ problems: 0, leftOut: 190 });
    await leaveOutAll(planned, { filter: 'left-out', keep: 0, leftOut: false });
    expect(planned.plan.counts).toMatchObject({ ready: 50, leftOut: 0 });
  });

  test('are ready where there are fewer seats than rows, and rows with another problem stay to be mended', async () => {
    const rows = [...many(60), technicianRow('', 'nameless@example.com'), ...many(1)];
    const planned = await plannedOf(csv(rows), new FakeOrgStore({ settings: { standardSeats: 30 } }));
    await leaveOutAll(planned, { filter: 'ready', keep: 10, leftOut: true });
    // The first and the last row share an email.
    expect(planned.plan.select('ready', 0, Infinity)).toEqual(firstRows.map((row) => row + 1));
    expect(planned.plan.counts).toMatchObject({ leftOut: 49, byProblem: { 'missing-value': 1, 'duplicate-email': 2 } });
  });
});
