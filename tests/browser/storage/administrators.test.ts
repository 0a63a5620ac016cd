import { expect, test } from 'vitest';
import { signIn } from '#lib/storage/access.ts';
import { sessionPerson } from '#lib/storage/session.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, MASTER, masterSignIn, setUp, workFor } from './organization.ts';

const bo = { name: 'Bo', email: 'Bo@example.org', description: '', enabled: true };
const LAST = { code: 'last-master-administrator' };

async function create(db: MusterDatabase, role: 'administrator' | 'master-administrator', groupIds: number[] = []) {
  const made = await execute(
    MASTER,
    { kind: 'create-administrator', role, fields: bo, assignedGroupIds: groupIds, password: 'Sample1%' },
    db
  );
  if (!('ok' in made) || made.personId === undefined) throw new Error(JSON.stringify(made));
  return made.personId;
}

test('an Administrator signs in and acts in the assigned groups alone, as long as they are assigned', async () => {
  const db = await setUp();
  const [north, south] = [await createGroup(db, 'North'), await createGroup(db, 'South')];
  await createOrgStore(db).commit(await workFor(db, north, [...drafts(1, north), ...drafts(1, south, 2)]));
  const id = await create(db, 'administrator', [north]);
  expect(await signIn({ ...masterSignIn, email: 'bo@EXAMPLE.org' }, db)).toMatchObject({ ok: true, personId: id });
  const move = (personId: number, groupId: number) =>
    execute(id, { kind: 'move-technicians', personIds: [personId], groupId }, db);
  expect(await move(2, south)).toEqual({ code: 'not-allowed' });
  expect(await move(3, north)).toEqual({ code: 'not-allowed' });
  await execute(MASTER, { kind: 'assign-administrator', personId: id, groupId: south }, db);
  expect(await move(2, south)).toMatchObject({ ok: true });
  await execute(MASTER, { kind: 'unassign-administrator', personId: id, groupId: south }, db);
  expect(await move(2, north)).toEqual({ code: 'not-allowed' });
  const promote = { kind: 'update-administrator', personId: id, changes: { role: 'master-administrator' } } as const;
  expect(await execute(id, promote, db)).toEqual({ code: 'not-allowed' });
  expect(await execute(MASTER, promote, db)).toMatchObject({ ok: true });
  expect(await move(2, north)).toMatchObject({ ok: true });
});

test('a promotion is undone also after one of the former groups was deleted', async () => {
  const db = await setUp();
  const [north, south] = [await createGroup(db, 'North'), await createGroup(db, 'South')];
  const id = await create(db, 'administrator', [north, south]);
  const changes = { role: 'master-administrator' } as const;
  const promoted = await execute(MASTER, { kind: 'update-administrator', personId: id, changes }, db);
  if (!('ok' in promoted) || !promoted.undo) throw new Error('not promoted');
  await execute(MASTER, { kind: 'delete-group', groupId: south }, db);
  expect(await execute(MASTER, promoted.undo, db)).toMatchObject({ ok: true });
  expect(await db.people.get(id)).toMatchObject({ role: 'administrator', assignedGroupIds: [north] });
});

test('the last enabled Master Administrator stays: not disabled, not demoted, not deleted', async () => {
  const db = await setUp();
  const id = await create(db, 'master-administrator');
  const update = (personId: number, changes: object) =>
    execute(MASTER, { kind: 'update-administrator', personId, changes }, db);
  expect(await execute(MASTER, { kind: 'delete-administrators', personIds: [MASTER, id] }, db)).toEqual(LAST);
  expect(await update(id, { enabled: false })).toMatchObject({ ok: true });
  expect(await update(MASTER, { enabled: false })).toEqual(LAST);
  expect(await update(MASTER, { role: 'administrator' })).toEqual(LAST);
  expect(await execute(MASTER, { kind: 'delete-administrators', personIds: [MASTER] }, db)).toEqual(LAST);
  expect(await update(MASTER, { name: 'Ada L.' })).toMatchObject({ ok: true });
  await update(id, { enabled: true });
  expect(await execute(MASTER, { kind: 'delete-administrators', personIds: [MASTER] }, db)).toMatchObject({ ok: true });
  expect(await sessionPerson(db)).toBeNull();
});

test('what somebody else changed meanwhile is not overwritten, and the refusal has the newer values', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'North');
  const id = await create(db, 'administrator');
  await execute(MASTER, { kind: 'assign-administrator', personId: id, groupId }, db);
  await execute(MASTER, { kind: 'update-administrator', personId: id, changes: { name: 'Bob' } }, db);
  const stale = { name: 'Bo', assignedGroupIds: [], description: '' };
  expect(
    await execute(MASTER, { kind: 'update-administrator', personId: id, changes: { name: 'B' }, expected: stale }, db)
  ).toEqual({ code: 'changed-meanwhile', field: 'name', now: { name: 'Bob', assignedGroupIds: [groupId] } });
});

test('emails are unique across roles, also against someone who comes back', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'North');
  const id = await create(db, 'administrator');
  const deleted = await execute(MASTER, { kind: 'delete-administrators', personIds: [id] }, db);
  if (!('ok' in deleted) || !deleted.undo) throw new Error('not deleted');
  await create(db, 'administrator');
  expect(await execute(MASTER, deleted.undo, db)).toMatchObject({ code: 'email-in-use', personName: 'Bo' });
  const technician = { nickname: '', ssoId: '', standardLicense: false, mobileLicense: false };
  const fields = { ...bo, ...technician, email: 'BO@example.org' };
  const made = await execute(MASTER, { kind: 'create-technician', groupId, fields, password: 'Sample1%' }, db);
  expect(made).toMatchObject({ code: 'email-in-use' });
});

test('an administrator’s password forces a change where the policy says so, one’s own never', async () => {
  const db = await setUp();
  const id = await create(db, 'administrator');
  await execute(MASTER, { kind: 'update-settings', changes: { adminPasswordChangeForcesChange: true } }, db);
  const give = (personId: number, password: string) =>
    execute(MASTER, { kind: 'update-administrator', personId, changes: {}, password }, db);
  expect(await give(id, 'short')).toMatchObject({ code: 'password' });
  await give(id, 'Newer1%x');
  await give(MASTER, 'Newer1%y');
  const asBo = { ...masterSignIn, email: bo.email, password: 'Newer1%x' };
  expect(await signIn(asBo, db)).toMatchObject({ mustChange: 'given-by-administrator' });
  expect(await signIn({ ...masterSignIn, password: 'Newer1%y' }, db)).toMatchObject({ mustChange: null });
  await execute(
    MASTER,
    { kind: 'update-settings', changes: { maximumPasswordAgeDays: 30, passwordNoticeDays: 10 } },
    db
  );
  const aged = (days: number) => db.credentials.update(MASTER, { changedAt: Date.now() - days * 86_400_000 });
  await aged(25);
  expect(await signIn({ ...masterSignIn, password: 'Newer1%y' }, db)).toMatchObject({ daysUntilExpiry: 5 });
  await aged(31);
  expect(await signIn({ ...masterSignIn, password: 'Newer1%y' }, db)).toMatchObject({ mustChange: 'expired' });
});
