import { expect, test } from 'vitest';
import { execute } from '#lib/storage/commands/commands.ts';
import { forgetDeletedPeople } from '#lib/storage/deleted-people.ts';
import { deriveNextSealed } from '#lib/storage/passwords/derivation.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, MASTER, setUp, workFor } from './organization.ts';

test('who was deleted is forgotten after a day, password and all; until then it can be taken back', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(2, groupId)));
  while (await deriveNextSealed(2, db));
  await execute(MASTER, { kind: 'delete-technicians', personIds: [2, 3] }, db);
  await forgetDeletedPeople(Date.now(), db);
  expect(
    await execute(MASTER, { kind: 'restore-technicians', technicians: [{ personId: 3, groupId }] }, db)
  ).toMatchObject({ ok: true });
  expect(await db.credentials.toCollection().primaryKeys()).toEqual([MASTER, 2, 3]);
  await forgetDeletedPeople(Date.now() + 24 * 60 * 60 * 1000 + 1000, db);
  expect(await db.deletedPeople.count()).toBe(0);
  expect(await db.credentials.toCollection().primaryKeys()).toEqual([MASTER, 3]);
});
