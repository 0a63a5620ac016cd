import { expect, test } from 'vitest';
import { signIn, signOut } from '#lib/storage/access.ts';
import { auditEntries, type AuditFilter, auditKinds, readAudit } from '#lib/storage/audit-trail.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, draft, drafts, MASTER, masterSignIn, setUp, workFor } from './organization.ts';

async function kinds(db: MusterDatabase, filter: AuditFilter): Promise<readonly string[]> {
  return (await readAudit(filter, { offset: 0, limit: 100 }, db)).entries.map(({ what }) => what);
}

test('the trail says who did what to whom and which fields changed, newest first, and never a password', async () => {
  const db = await setUp();
  const [north, south] = [await createGroup(db, 'North'), await createGroup(db, 'South')];
  const { password, groupId: _, ...fields } = draft(1, north);
  await execute(MASTER, { kind: 'create-technician', groupId: north, fields, password }, db);
  await execute(
    MASTER,
    { kind: 'update-technician', personId: 2, changes: { nickname: 'Toni', name: fields.name }, password: 'Newer1%x' },
    db
  );
  await execute(MASTER, { kind: 'delete-group', groupId: north, moveContentTo: south }, db);
  await createOrgStore(db).commit(await workFor(db, south, drafts(2, south, 2)));
  await signOut(db);
  await signIn(masterSignIn, db);
  const { entries, total } = await readAudit({}, { offset: 0, limit: 100 }, db);
  expect(total).toBe(10);
  expect(entries.map(({ what }) => what)).toEqual([
    ...['sign-in', 'sign-out', 'import-users', 'delete-group', 'move-technicians'],
    ...['update-technician', 'create-technician', 'create-group', 'create-group', 'set-up']
  ]);
  expect(entries.every(({ actorId, actorName }) => actorId === MASTER && actorName === 'Ada')).toBe(true);
  expect(entries[3]?.subjects).toEqual([{ kind: 'group', id: north, name: 'North' }]);
  expect(entries[4]).toMatchObject({ details: { people: 1, personIds: '2', groupName: 'South' } });
  expect(entries[5]).toMatchObject({
    subjects: [{ kind: 'person', id: 2, name: 'Technician 1' }],
    changed: ['nickname', 'password']
  });
  expect(JSON.stringify(entries)).not.toMatch(/Newer1|Sample\d/);
  expect(entries.filter(({ what }) => !auditKinds.includes(what))).toEqual([]);
});

test('it is filtered by person, kind, time and any part of a name or value, and paged', async () => {
  const db = await setUp();
  for (let number = 1; number <= 12; number++) await createGroup(db, `Téam ${number}`);
  await execute(MASTER, { kind: 'update-group', groupId: 3, description: 'Quiet' }, db);
  expect(await kinds(db, { what: 'update-group' })).toEqual(['update-group']);
  expect(await kinds(db, { actorId: 99 })).toEqual([]);
  expect(await kinds(db, { text: 'TEAM 3' })).toEqual(['update-group', 'create-group']);
  expect(await kinds(db, { text: 'quiet', what: 'create-group', actorId: MASTER })).toEqual([]);
  expect(await kinds(db, { before: 0 })).toEqual([]);
  const page = await readAudit({ text: 'team 1' }, { offset: 1, limit: 2 }, db);
  expect(page.total).toBe(4);
  expect(page.entries.map(({ details }) => details['name'])).toEqual(['Téam 11', 'Téam 10']);
  const all = [];
  for await (const entries of auditEntries({}, db)) all.push(...entries);
  expect(all).toHaveLength(14);
});
