import { expect, test } from 'vitest';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, setUp, traces, workFor } from './organization.ts';

/** Chromium's storage buckets: a small disk of their own, which no other test has filled or emptied. */
interface StorageBuckets {
  open(name: string, options: { quota: number }): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

test('a full disk undoes the whole import and says so', async () => {
  const buckets = Reflect.get(navigator, 'storageBuckets') as StorageBuckets;
  const small = await buckets.open('small', { quota: 2_000_000 });
  const db = await setUp(small.indexedDB);
  const groupId = await createGroup(db, 'Support');
  const before = await traces(db);
  const work = await workFor(db, groupId, drafts(10_000, groupId));
  expect(await createOrgStore(db).commit(work)).toEqual({ code: 'storage-full' });
  expect(await traces(db)).toEqual(before);
  db.close();
  await buckets.delete('small');
});
