import { expect, test } from 'vitest';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, MASTER, setUp, workFor } from './organization.ts';

test('of many people as of few those with the emails are found, and everyone’s email is known', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const store = createOrgStore(db);
  // More than two stretches, and the last one is not full.
  await store.commit(await workFor(db, groupId, drafts(10_500, groupId)));
  const email = (at: number): string => `technician.${at}@example.org`;
  expect((await store.facts(MASTER)).emailKeys).toEqual(
    new Set(['ada@example.org', ...Array.from({ length: 10_500 }, (_, at) => email(at + 1))])
  );
  for (const count of [3, 5_250]) {
    const asked = Array.from({ length: count }, (_, at) => email(2 * at + 2));
    const people = await store.peopleWith([...asked, 'nobody@example.org']);
    expect([...people.keys()].sort()).toEqual([...asked].sort());
    expect(people.get(email(4))).toMatchObject({ name: 'Technician 4', role: 'technician', groupId });
  }
});
