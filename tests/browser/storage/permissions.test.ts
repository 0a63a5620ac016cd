import { expect, test } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { effectivePermissions } from '#lib/domain/permissions.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { readPermissions } from '#lib/storage/commands/permission-commands.ts';
import { createGroup, drafts, MASTER, setUp, workFor } from './organization.ts';

const ON = { value: true, locked: false };
const LOCKED_OFF = { value: false, locked: true };

async function reboot(db: MusterDatabase, groupId: number) {
  const tree = new OrgTree(await db.groups.toArray());
  return effectivePermissions(tree, groupId, await readPermissions(db)).reboot;
}

test('a change of a parent holds everywhere below; a lock stops Administrators there and below, until it goes', async () => {
  const db = await setUp();
  const region = await createGroup(db, 'Region');
  const team = await createGroup(db, 'Team', region);
  const fields = { name: 'Bo', email: 'bo@example.org', description: '', enabled: true };
  const made = await execute(
    MASTER,
    { kind: 'create-administrator', role: 'administrator', fields, assignedGroupIds: [team], password: 'Sample1%' },
    db
  );
  const bo = 'ok' in made ? (made.personId ?? 0) : 0;
  const set = (actorId: number, groupId: number | null, setting: typeof ON | null) =>
    execute(actorId, { kind: 'set-permissions', groupId, changes: { reboot: setting } }, db);
  await set(MASTER, null, ON);
  expect(await reboot(db, team)).toEqual({ value: true, from: null, locked: false, own: null });
  expect(await set(bo, team, ON)).toMatchObject({ ok: true });
  const locked = await set(MASTER, region, LOCKED_OFF);
  expect(await reboot(db, team)).toEqual({ value: false, from: region, locked: true, own: ON });
  expect(await set(bo, team, null)).toEqual({ code: 'permission-locked', groupId: region });
  expect(await set(bo, region, ON)).toEqual({ code: 'not-allowed' });
  if (!('ok' in locked) || !locked.undo) throw new Error('not locked');
  await execute(MASTER, locked.undo, db);
  expect(await reboot(db, team)).toEqual({ value: true, from: team, locked: false, own: ON });
  expect(await set(bo, team, null)).toMatchObject({ ok: true });
});

test('what was changed meanwhile is not overwritten; a deleted group has its settings again when it comes back', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Team');
  await execute(MASTER, { kind: 'set-permissions', groupId, changes: { reboot: ON } }, db);
  const stale = {
    kind: 'set-permissions',
    groupId,
    changes: { reboot: LOCKED_OFF },
    expected: { reboot: null }
  } as const;
  expect(await execute(MASTER, stale, db)).toEqual({ code: 'changed-meanwhile', field: 'reboot', now: { reboot: ON } });
  const deleted = await execute(MASTER, { kind: 'delete-group', groupId }, db);
  if (!('ok' in deleted) || !deleted.undo) throw new Error('not deleted');
  await execute(MASTER, deleted.undo, db);
  expect((await reboot(db, groupId)).own).toEqual(ON);
});

test('technicians change their own nickname and nothing else', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Team');
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(2, groupId)));
  const changes = { nickname: ' Toni ', name: 'Not me', groupId: 99 };
  const done = await execute(2, { kind: 'update-own-account', changes }, db);
  expect(await db.people.get(2)).toMatchObject({ name: 'Technician 1', nickname: 'Toni', groupId });
  if (!('ok' in done) || !done.undo) throw new Error('not changed');
  expect(await execute(2, done.undo, db)).toMatchObject({ ok: true });
  expect((await db.people.get(2))?.nickname).toBeUndefined();
  expect(await execute(2, { kind: 'update-technician', personId: 2, changes: { nickname: 'X' } }, db)).toEqual({
    code: 'not-allowed'
  });
});
