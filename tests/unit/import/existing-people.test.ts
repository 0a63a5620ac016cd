import { describe, expect, test } from 'vitest';
import { commitImport } from '#lib/import/pipeline.ts';
import { editCell, planWith } from '#lib/import/planned-import.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { FakeOrgStore, group, MASTER } from './fake-org-store.ts';
import { csv, plannedOf, resultOf, technician, technicianRow } from './technicians-file.ts';
import { committed } from './committed.ts';

const EMPTY = { Password: '', Enabled: '', 'Standard License': '', 'Mobile License': '', 'Tech Group ID': '' };

function store(): FakeOrgStore {
  return new FakeOrgStore({
    groups: [group(5, 'Support'), group(6, 'Europe')],
    people: [
      technician(2, 'Ana', 'ana@example.com', { nickname: 'A', description: 'first floor' }),
      technician(3, 'Ben', 'Ben@Example.com')
    ]
  });
}

const ROWS = [
  technicianRow('Anna', 'ANA@example.com', { ...EMPTY, Nickname: 'Anni', Enabled: 'no', 'Tech Group ID': '6' }),
  technicianRow('Ben', 'ben@example.com', EMPTY),
  technicianRow('Cem', 'cem@example.com')
];

describe('rows of people who are there already', () => {
  test('are problems unless the person says otherwise', async () => {
    const { plan } = await plannedOf(csv(ROWS), store());
    expect(plan.counts).toMatchObject({ ready: 1, byProblem: { 'email-in-use': 2 } });
  });

  test('are left out where that was asked, and can be taken in again', async () => {
    const { plan } = await plannedOf(csv(ROWS), store(), { existing: 'leave-out' });
    expect(plan.counts).toMatchObject({ ready: 1, leftOut: 2, existing: 2, doneBefore: 0, problems: 0 });
    plan.leaveOut([1], false);
    expect(plan.counts).toMatchObject({ leftOut: 1, existing: 1, byProblem: { 'email-in-use': 1 } });
  });

  test('can be planned with otherwise: what was edited, left out or taken in by hand stays', async () => {
    const here = store();
    const surroundings = { store: here, phrasebook };
    const shown = await plannedOf(csv([...ROWS, technicianRow('Dan', 'dan@example.com')]), here);
    await editCell(shown, 0, 'nickname', 'Ann', surroundings);
    await editCell(shown, 2, 'email', 'ben@example.com', surroundings);
    shown.plan.leaveOut([3], true);

    const updating = await planWith({ existing: 'update', groupId: 6 }, shown, surroundings);
    expect(updating?.request).toMatchObject({ existing: 'update', groupId: 6 });
    expect(updating?.plan.counts).toMatchObject({
      updated: 1,
      leftOut: 1,
      changed: 0,
      byProblem: { 'duplicate-email': 2 }
    });
    expect(updating?.plan.row(0)).toMatchObject({
      edited: ['nickname'],
      update: {
        changes: [{ column: 'name' }, { column: 'nickname', after: 'Ann' }, { column: 'enabled' }],
        moved: { to: { id: 6 } }
      }
    });

    const leavingOut = updating && (await planWith({ existing: 'leave-out' }, updating, surroundings));
    expect(leavingOut?.plan.counts).toMatchObject({ ready: 0, leftOut: 4, existing: 3 });
    leavingOut?.plan.leaveOut([0], false);
    const reporting = leavingOut && (await planWith({ existing: 'report' }, leavingOut, surroundings));
    expect(reporting?.plan.counts).toMatchObject({ ready: 0, leftOut: 1, problems: 3 });
    expect(reporting?.plan.edits(0)?.get('nickname')).toBe('Ann');
  });

  test('are planned with as before where planning otherwise was ended', async () => {
    const here = store();
    const shown = await plannedOf(csv(ROWS), here);
    const signal = AbortSignal.abort();
    expect(await planWith({ existing: 'update' }, shown, { store: here, phrasebook }, { signal })).toBeNull();
    expect(shown.plan.counts).toMatchObject({ ready: 1, byProblem: { 'email-in-use': 2 } });
  });

  test('update only what the file fills, and say what becomes of each cell', async () => {
    const { plan } = await plannedOf(csv(ROWS), store(), { existing: 'update' });
    expect(plan.counts).toMatchObject({ total: 3, ready: 2, updated: 1, unchanged: 1, problems: 0 });
    expect(plan.row(0).update).toEqual({
      personId: 2,
      personName: 'Ana',
      changes: [
        { column: 'name', before: 'Ana', after: 'Anna' },
        { column: 'nickname', before: 'A', after: 'Anni' },
        { column: 'enabled', before: 'TRUE', after: 'FALSE' }
      ],
      moved: { from: { id: 5, name: 'Support' }, to: { id: 6, name: 'Europe' } }
    });
    expect(plan.row(2).update).toBeUndefined();
  });

  test('are asked for twice in a long file: for its first rows, and at once for all others', async () => {
    const people = Array.from({ length: 6000 }, (_, at) => technician(at + 2, `P${at}`, `p${at}@example.com`));
    const here = new FakeOrgStore({ people });
    here.settings = { ...here.settings, importRowLimit: 6000 };
    const byKey = new Map(people.map((person) => [person.email, person]));
    const asked: number[] = [];
    here.peopleWith = (keys) => {
      asked.push(keys.length);
      return Promise.resolve(new Map(keys.flatMap((key) => [[key, byKey.get(key) ?? MASTER] as const])));
    };
    const shown = await plannedOf(csv(people.map(({ name, email }) => technicianRow(name, email, EMPTY))), here);
    asked.length = 0;
    const surroundings = { store: here, phrasebook };
    const updating = await planWith({ existing: 'update' }, shown, surroundings);
    expect(updating?.plan.counts).toMatchObject({ total: 6000, unchanged: 6000 });
    expect(asked).toEqual([2000, 4000]);
  });

  test('are written with the new ones, and the result tells which is which', async () => {
    const here = store();
    const planned = await plannedOf(csv(ROWS), here, { existing: 'update' });
    await committed(planned, here);
    expect(here.created).toMatchObject([{ name: 'Cem' }]);
    expect(here.updated).toEqual([
      technician(2, 'Anna', 'ana@example.com', {
        ...{ nickname: 'Anni', description: 'first floor', enabled: false, groupId: 6 }
      })
    ]);
    const results = (await (await resultOf(planned, here)).bytes.text())
      .split('\r\n')
      .map((line) => line.split(',').slice(10).join());
    expect(results).toEqual([
      'Result',
      '"Updated: Name, Nickname, Enabled, moved to Europe"',
      'No change',
      'Created',
      ''
    ]);
  });

  test('with a password set it anew, and no text of it is told', async () => {
    const here = store();
    const row = technicianRow('Ben', 'ben@example.com', { ...EMPTY, Password: 'Sample99' });
    const planned = await plannedOf(csv([row]), here, { existing: 'update' });
    expect(planned.plan.outcome(0)).toEqual({
      kind: 'updated',
      changes: [{ column: 'password', before: '', after: '' }]
    });
    await committed(planned, here);
    expect(here.updated).toMatchObject([{ name: 'Ben', password: 'Sample99' }]);
  });

  test('move into the chosen group, whatever group their rows name', async () => {
    const { plan } = await plannedOf(csv(ROWS), store(), { existing: 'update', groupId: 6 });
    expect(plan.row(1).update).toMatchObject({ changes: [], moved: { to: { name: 'Europe' } } });
    expect(plan.ignoredGroups).toBe(2);
  });

  test('that are administrators are never updated', async () => {
    const row = technicianRow('Mira', 'mira@example.com', EMPTY);
    const { plan } = await plannedOf(csv([row]), store(), { existing: 'update' });
    expect(plan.row(0).problems).toMatchObject([{ code: 'email-in-use', personName: 'Mira Master', groupName: '' }]);
  });

  test('keep their seats, and give up the ones they lose to the rows below', async () => {
    const here = store();
    here.settings = { ...here.settings, standardSeats: 2 };
    here.seatsUsed = { standard: 2, mobile: 0 };
    const { plan } = await plannedOf(csv([...ROWS, technicianRow('Dan', 'dan@example.com')]), here, {
      existing: 'update'
    });
    expect([0, 1, 2, 3].map((row) => plan.outcome(row).kind)).toEqual(['updated', 'unchanged', 'created', 'failed']);
    expect(plan.row(3).problems).toMatchObject([{ code: 'no-standard-seat' }]);
  });
});

describe('an email typed into the preview', () => {
  test('makes the row an update of whoever has it, and the required cells may be empty then', async () => {
    const here = store();
    const planned = await plannedOf(csv([technicianRow('Benno', 'bem@example.com', EMPTY)]), here, {
      existing: 'update'
    });
    expect(planned.plan.counts.problems).toBe(1);
    await editCell(planned, 0, 'email', 'ben@example.com', { store: here, phrasebook });
    expect(planned.plan.row(0)).toMatchObject({
      problems: [],
      update: { changes: [{ before: 'Ben', after: 'Benno' }] }
    });
  });
});

describe('someone who was changed meanwhile', () => {
  test('is not overwritten unseen', async () => {
    const here = store();
    const planned = await plannedOf(csv(ROWS), here, { existing: 'update' });
    here.change(({ people }) => (people[1] = technician(2, 'Anja', 'ana@example.com', { nickname: 'A' })));
    const outcome = await commitImport(planned, { store: here, phrasebook });
    if (outcome.kind !== 'refused') throw new Error('It should be refused');
    expect(outcome.refusal).toEqual({ code: 'organization-changed' });
    expect(outcome.planned.plan.counts.changed).toBe(1);
    expect(outcome.planned.plan.row(0)).toMatchObject({
      changed: true,
      update: { changes: [{ before: 'Anja' }, {}, {}] }
    });
    await committed(outcome.planned, here);
    expect(here.updated[0]).toMatchObject({ name: 'Anna' });
  });
});
