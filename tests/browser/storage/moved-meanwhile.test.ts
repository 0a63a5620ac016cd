import { expect, test } from 'vitest';
import { execute } from '#lib/storage/commands/commands.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, MASTER, setUp, workFor } from './organization.ts';

test('who was moved elsewhere meanwhile is not moved again in silence, nor anyone with them', async () => {
  const db = await setUp();
  const [north, south, east] = [
    await createGroup(db, 'North'),
    await createGroup(db, 'South'),
    await createGroup(db, 'East')
  ];
  await createOrgStore(db).commit(await workFor(db, north, drafts(2, north)));
  const [first, second] = [2, 3];
  const move = (personIds: number[], groupId: number, groupIds?: number[]) =>
    execute(MASTER, { kind: 'move-technicians', personIds, groupId, ...(groupIds && { expected: { groupIds } }) }, db);
  expect(await move([second], south, [north])).toMatchObject({ ok: true });
  expect(await move([first, second], east, [north, north])).toEqual({
    ...{ code: 'changed-meanwhile', field: 'groupId', now: { groupId: south } }
  });
  expect(await db.people.get(first)).toMatchObject({ groupId: north });
  expect(await move([first, second], east, [north, south])).toMatchObject({ ok: true });
  expect(await move([first, second], north)).toMatchObject({ ok: true });
});
