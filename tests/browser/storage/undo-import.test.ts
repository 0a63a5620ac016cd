import { expect, test } from 'vitest';
import { changeOwnPassword, signIn } from '#lib/storage/access.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { deriveNextSealed } from '#lib/storage/passwords/derivation.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { planUndo, undoImport } from '#lib/storage/imports/undo-import.ts';
import { createGroup, drafts, MASTER, passwordOf, revisionOf, setUp, traces, workFor } from './organization.ts';

/** All but the counters, the trail and the import's own record, which tell that something was done. */
async function content(db: MusterDatabase): Promise<object> {
  const own = { organization: null, audit: null, imports: null, importRows: null, importSources: null };
  return { ...(await traces(db)), ...own };
}

async function importInto(db: MusterDatabase, groupId: number, count: number): Promise<number> {
  const committed = await createOrgStore(db).commit(await workFor(db, groupId, drafts(count, groupId)));
  if ('code' in committed) throw new Error(committed.code);
  return committed.importId;
}

test.each(['sealed', 'derived'])('with its passwords %s, an undone import leaves nothing behind', async (passwords) => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await execute(MASTER, { kind: 'create-technician', groupId, ...technician }, db);
  const before = await content(db);
  const importId = await importInto(db, groupId, passwords === 'sealed' ? 1_234 : 3);
  if (passwords === 'derived') while (await deriveNextSealed(2, db));
  expect(await content(db)).not.toEqual(before);
  const plan = await planUndo(MASTER, importId, db);
  expect(plan).toMatchObject({ removed: passwords === 'sealed' ? 1_234 : 3, kept: [], alreadyGone: 0 });
  expect(await undoImport(MASTER, importId, await revisionOf(db), db)).toMatchObject({ ok: true });
  expect(await content(db)).toEqual(before);
  expect(await createOrgStore(db).importRecord(MASTER, importId)).toMatchObject({
    undone: { actorName: 'Ada', kept: 0 }
  });
  expect((await db.audit.toArray()).at(-1)).toMatchObject({ what: 'undo-import', actorName: 'Ada' });
  expect(await undoImport(MASTER, importId, undefined, db)).toEqual({ code: 'already-undone' });
});

test('whoever was changed since stays with password and counts, and the plan says who and why', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const other = await createGroup(db, 'Night');
  const importId = await importInto(db, groupId, 8);
  await execute(MASTER, { kind: 'update-technician', personId: 2, changes: { description: 'kept' } }, db);
  await execute(MASTER, { kind: 'move-technicians', personIds: [3], groupId: other }, db);
  expect(await changeOwnPassword(4, passwordOf(3), 'Newer1%x', db)).toEqual({ ok: true });
  await execute(MASTER, { kind: 'delete-technicians', personIds: [5] }, db);
  const disabled = await execute(MASTER, { kind: 'update-technician', personId: 6, changes: { enabled: false } }, db);
  if (!('ok' in disabled) || !disabled.undo) throw new Error('not disabled');
  await execute(MASTER, disabled.undo, db);
  const plan = await planUndo(MASTER, importId, db);
  if ('code' in plan) throw new Error(plan.code);
  expect(plan.kept).toEqual([
    { personId: 2, name: 'Technician 1', why: 'changed' },
    { personId: 3, name: 'Technician 2', why: 'changed' },
    { personId: 4, name: 'Technician 3', why: 'password-changed' }
  ]);
  expect(plan).toMatchObject({ removed: 4, alreadyGone: 1 });
  await undoImport(MASTER, importId, plan.revision, db);
  expect(await db.people.where(':id').above(1).primaryKeys()).toEqual([2, 3, 4]);
  expect(await db.groupCounts.toArray()).toMatchObject([
    { groupId, people: 2 },
    { groupId: other, people: 1 }
  ]);
  while (await deriveNextSealed(2, db));
  expect(await db.credentials.where(':id').above(1).primaryKeys()).toEqual([2, 3, 4, 5]);
});

test('an undo that was agreed to before something changed is refused, and so is one by whom it is no business', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const importId = await importInto(db, groupId, 3);
  const revision = await revisionOf(db);
  await execute(MASTER, { kind: 'update-technician', personId: 2, changes: { enabled: false } }, db);
  expect(await undoImport(MASTER, importId, revision, db)).toEqual({ code: 'organization-changed' });
  expect(await undoImport(3, importId, undefined, db)).toEqual({ code: 'not-allowed' });
  expect(await planUndo(MASTER, 99, db)).toEqual({ code: 'unknown-import' });
  expect(await db.people.count()).toBe(4);
});

const technician = {
  fields: {
    ...{ name: 'Toni', nickname: '', email: 'toni@example.org', ssoId: '', description: '', enabled: true },
    ...{ standardLicense: true, mobileLicense: false }
  },
  password: 'Sample1%'
};

test('whom an import changed has the former values and password again', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const other = await createGroup(db, 'Night');
  await importInto(db, groupId, 3);
  while (await deriveNextSealed(2, db));
  const before = await content(db);
  const people = [...(await createOrgStore(db).peopleWith(emails(3))).values()];
  const updates = people.map((person) => {
    if (person.role !== 'technician') throw new Error('no technician');
    return { before: person, after: { ...person, groupId: other, nickname: 'T' }, password: 'Newer1%x' };
  });
  const committed = await createOrgStore(db).commit({
    ...(await workFor(db, groupId, drafts(2, groupId, 4))),
    updates
  });
  if ('code' in committed) throw new Error(committed.code);
  expect(await db.people.get(2)).toMatchObject({ groupId: other, nickname: 'T' });
  const plan = await planUndo(MASTER, committed.importId, db);
  expect(plan).toMatchObject({ removed: 2, restored: 3, kept: [] });
  if ('code' in plan) throw new Error(plan.code);
  expect(plan.restores.map(({ personId }) => personId)).toEqual([2, 3, 4]);
  expect(plan.restores[0]).toEqual({
    ...{ personId: 2, personName: 'Technician 1' },
    changes: [
      { column: 'nickname', before: 'T', after: '' },
      { column: 'password', before: '', after: '' }
    ],
    moved: { from: { id: other, name: 'Night' }, to: { id: groupId, name: 'Support' } }
  });
  expect(await undoImport(MASTER, committed.importId, undefined, db)).toMatchObject({ ok: true });
  expect({ ...(await content(db)) }).toEqual(before);
});

const emails = (count: number) => Array.from({ length: count }, (_, at) => `technician.${at + 1}@example.org`);

/** Sets the password of these, and may give a license. */
async function updating(db: MusterDatabase, groupId: number, numbers: number[], standardLicense = true) {
  const wanted = numbers.map((number) => `technician.${number}@example.org`);
  const updates = [...(await createOrgStore(db).peopleWith(wanted)).values()].map((person) => {
    if (person.role !== 'technician') throw new Error('no technician');
    return { before: person, after: { ...person, nickname: 'T', standardLicense }, password: 'Newer1%x' };
  });
  const committed = await createOrgStore(db).commit({ ...(await workFor(db, groupId, [])), updates });
  if ('code' in committed) throw new Error(committed.code);
  return committed.importId;
}

const password = async (db: MusterDatabase, number: number, text: string) => {
  const found = await signIn({ email: `technician.${number}@example.org`, password: text, staySignedIn: false }, db);
  return 'ok' in found;
};

test.each([[[1, 2, 3]], [[1, 2]]])('a former password that was still sealed (of %j) comes back', async (numbers) => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await importInto(db, groupId, 3);
  const importId = await updating(db, groupId, numbers);
  expect(await password(db, 1, 'Newer1%x')).toBe(true);
  expect(await undoImport(MASTER, importId, undefined, db)).toMatchObject({ restored: numbers.length, kept: [] });
  expect(await password(db, 1, passwordOf(1))).toBe(true);
  while (await deriveNextSealed(2, db));
  for (const number of [1, 2, 3]) expect(await password(db, number, passwordOf(number))).toBe(true);
});

test('who stays keeps the password of the import, and nobody is left without one', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await importInto(db, groupId, 3);
  // One record of the three, then one of the first two.
  const importId = await updating(db, groupId, [1, 2]);
  await execute(MASTER, { kind: 'update-technician', personId: 3, changes: { description: 'kept' } }, db);
  await undoImport(MASTER, importId, undefined, db);
  const whole = await updating(db, groupId, [1, 3]);
  while (await deriveNextSealed(2, db));
  expect(await password(db, 1, 'Newer1%x')).toBe(true);
  expect(await undoImport(MASTER, whole, undefined, db)).toMatchObject({ ok: true });
  while (await deriveNextSealed(2, db));
  expect(await password(db, 1, passwordOf(1))).toBe(true);
  expect(await password(db, 2, 'Newer1%x')).toBe(true);
  expect(await password(db, 3, passwordOf(3))).toBe(true);
});

test('a later import that set the password, still sealed, keeps its people', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await importInto(db, groupId, 1);
  const first = await updating(db, groupId, [1]);
  await updating(db, groupId, [1]);
  expect(await planUndo(MASTER, first, db)).toMatchObject({ restored: 0, kept: [{ why: 'password-changed' }] });
});

test('who has no seat for the former license stays, as does whose sealed password has no place beside theirs', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await importInto(db, groupId, 2);
  const importId = await updating(db, groupId, [1, 2], false);
  await execute(MASTER, { kind: 'update-settings', changes: { standardSeats: 1 } }, db);
  const noSeat = { personId: 3, why: 'no-seat' };
  expect(await planUndo(MASTER, importId, db)).toMatchObject({
    restored: 0,
    kept: [noSeat, { personId: 2, why: 'password-gone' }]
  });
  while (await deriveNextSealed(2, db));
  expect(await undoImport(MASTER, importId, undefined, db)).toMatchObject({ restored: 1, kept: [noSeat] });
  while (await deriveNextSealed(2, db));
  expect(await password(db, 1, passwordOf(1))).toBe(true);
  expect(await password(db, 2, 'Newer1%x')).toBe(true);
});
