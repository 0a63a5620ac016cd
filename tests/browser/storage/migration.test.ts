import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { signIn } from '#lib/storage/access.ts';
import { readAudit } from '#lib/storage/audit-trail.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { MusterDatabase } from '#lib/storage/database.ts';
import { planUndo } from '#lib/storage/imports/undo-import.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, MASTER, masterSignIn, setUp, traces, workFor } from './organization.ts';

/** The tables as the first version had them, word for word. */
const FIRST = {
  organization: 'id',
  settings: 'id',
  groups: 'id, parentId',
  people: 'id, &emailKey, [groupId+sortKey], role',
  groupCounts: 'groupId',
  deletedPeople: 'id, deletedAt',
  credentials: 'personId',
  sealedPasswords: '[firstPersonId+count]',
  keys: 'name',
  signInAttempts: 'emailKey',
  sessions: 'holder',
  imports: '++importId, groupId',
  importRows: '[importId+chunk]',
  importSources: 'importId',
  audit: '++id'
};

/** A database as the first version left it: what it did not know is not there. */
async function firstVersion(): Promise<string> {
  const present = await setUp();
  const groupId = await createGroup(present, 'Support');
  await createOrgStore(present).commit(await workFor(present, groupId, drafts(60, groupId)));
  const old = new Dexie(`${present.name}-first`);
  old.version(1).stores(FIRST);
  for (const name of Object.keys(FIRST)) {
    const records = await present.table(name).toArray();
    await old.table(name).bulkAdd(
      records.map((record: object) => {
        const {
          imported: _imported,
          subjects: _subjects,
          changed: _changed,
          ...known
        } = record as Record<string, unknown>;
        return known;
      })
    );
  }
  old.close();
  present.close();
  return old.name;
}

test('a database of the first version opens with everything in it, and works', async () => {
  const name = await firstVersion();
  const before = new Dexie(name);
  const there = await before.open().then(async () => {
    const content: Record<string, unknown> = {};
    for (const table of before.tables) if (table.name !== 'keys') content[table.name] = await table.toArray();
    return content;
  });
  before.close();
  const db = new MusterDatabase(name);
  expect(await db.openState()).toBe('ready');
  expect(await traces(db)).toMatchObject(there);
  expect((await traces(db)) as Record<string, unknown>).toMatchObject({ groupPermissions: [] });
  expect(await signIn(masterSignIn, db)).toMatchObject({ ok: true });
  expect(await signIn({ ...masterSignIn, email: 'technician.7@example.org', password: 'Sample7%x' }, db)).toMatchObject(
    {
      ok: true
    }
  );
  expect((await readAudit({ what: 'import-users' }, { offset: 0, limit: 9 }, db)).entries[0]?.subjects).toEqual([]);
  const changes = { reboot: { value: true, locked: true } };
  expect(await execute(MASTER, { kind: 'set-permissions', groupId: 1, changes }, db)).toMatchObject({ ok: true });
  // The first version did not note what an import wrote, so nobody can say who was changed since.
  const plan = await planUndo(MASTER, 1, db);
  if ('code' in plan) throw new Error(plan.code);
  expect(plan.removed).toBe(0);
  expect(plan.kept.every(({ why }) => why === 'unknown')).toBe(true);
});

test('a database of the second version keeps its permissions and trail, and an import can be taken back in full', async () => {
  const present = await setUp();
  const groupId = await createGroup(present, 'Support');
  const changes = { reboot: { value: true, locked: true } };
  await execute(MASTER, { kind: 'set-permissions', groupId, changes }, present);
  const second = { ...FIRST, groupPermissions: 'groupId', audit: '++id, actorId, what' };
  const old = new Dexie(`${present.name}-second`);
  old.version(2).stores(second);
  for (const name of Object.keys(second)) await old.table(name).bulkAdd(await present.table(name).toArray());
  old.close();
  present.close();

  const db = new MusterDatabase(old.name);
  expect(await db.openState()).toBe('ready');
  expect(await db.importFormer.count()).toBe(0);
  expect(await db.groupPermissions.toArray()).toEqual(await readBack(old.name, 'groupPermissions'));
  expect((await readAudit({ what: 'set-permissions' }, { offset: 0, limit: 9 }, db)).entries).toHaveLength(1);
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(3, groupId)));
  expect(await planUndo(MASTER, 1, db)).toMatchObject({ removed: 3, kept: [] });
});

async function readBack(name: string, table: string): Promise<unknown[]> {
  const opened = await new Dexie(name).open();
  const records: unknown[] = await opened.table(table).toArray();
  opened.close();
  return records;
}
