import { expect, test } from 'vitest';
import { emailKey } from '#lib/domain/person.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { MusterDatabase } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, draft, drafts, MASTER, passwordOf, revisionOf, setUp, traces, workFor } from './organization.ts';

test('an import is there as a whole: people, counts, record, rows, source and audit', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const store = createOrgStore(db);
  const told: number[] = [];
  const work = await workFor(db, groupId, drafts(2_345, groupId));
  const committed = await store.commit(work, { onProgress: (people) => told.push(people) });
  expect(committed).toMatchObject({ importId: 1, created: 2_345, updated: 0, failed: 0, leftOut: 0 });
  expect(told).toEqual([2_000, 2_345]);
  const facts = await store.facts(MASTER);
  expect(facts.revision).toBe(work.expectedRevision + 1);
  expect(facts.seatsUsed).toEqual({ standard: 2_345, mobile: 0 });
  expect(facts.emailKeys.size).toBe(2_346);
  expect(facts.emailKeys.has(emailKey('technician.2345@example.org'))).toBe(true);
  const owners = await store.ownersOf(['technician.7@example.org', 'ada@example.org', 'nobody@example.org']);
  expect(owners.get('technician.7@example.org')).toEqual({
    personId: 8,
    name: 'Technician 7',
    role: 'technician',
    groupName: 'Support'
  });
  expect(owners.get('ada@example.org')?.groupName).toBe('');
  expect(owners.size).toBe(2);
  expect(await store.importRecord(MASTER, 1)).toMatchObject({
    fileName: 'agents.xlsx',
    groupName: 'Support',
    actorName: 'Ada'
  });
  expect(await (await store.importSource(MASTER, 1))?.text()).toBe('masked');
  // A technician of the import itself: nothing of it is for them.
  expect([await store.importRecord(2, 1), await store.importSource(2, 1)]).toEqual([null, null]);
  for await (const chunk of store.importRows(2, 1)) expect.unreachable(`${chunk.length} rows`);
  const rows = [];
  for await (const chunk of store.importRows(MASTER, 1)) rows.push(...chunk);
  expect(rows).toHaveLength(2_345);
  expect(rows[2_344]).toEqual({
    rowNumber: 2_346,
    cells: ['Technician 2345', 'Technician.2345@example.org', ''],
    outcome: { kind: 'created', edited: [] }
  });
  expect((await db.audit.toArray()).at(-1)).toMatchObject({ what: 'import-users', actorName: 'Ada' });
});

test('no plaintext password is anywhere in the database', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(60, groupId)));
  const everything = JSON.stringify(await traces(db), (_, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
  );
  expect(everything).toContain('Technician 60');
  expect(everything).not.toContain(passwordOf(60));
});

test('cancelled in the middle of writing, an import leaves nothing', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const before = await traces(db);
  const cancel = new AbortController();
  const work = await workFor(db, groupId, drafts(6_000, groupId));
  const watch = { signal: cancel.signal, onProgress: (people: number) => people >= 4_000 && cancel.abort() };
  expect(await createOrgStore(db).commit(work, watch)).toEqual({ code: 'cancelled' });
  expect(await traces(db)).toEqual(before);
  expect(await createOrgStore(db).commit(work)).toMatchObject({ created: 6_000 });
});

test('cancelled when all is written but its end has yet to be told, an import is there', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const work = await workFor(db, groupId, drafts(3, groupId));
  const cancel = new AbortController();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => cancel.abort();
  const uncaught: string[] = [];
  const hear = (event: ErrorEvent): void => {
    event.preventDefault();
    uncaught.push(event.message);
  };
  addEventListener('error', hear);
  const watch = { signal: cancel.signal, onProgress: () => port2.postMessage('the last request is done') };
  expect(await createOrgStore(db).commit(work, watch)).toMatchObject({ created: 3 });
  removeEventListener('error', hear);
  expect(cancel.signal.aborted).toBe(true);
  expect(uncaught).toEqual([]);
  expect(await db.people.count()).toBe(4);
});

test('an email that came to be in use undoes the whole import', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const before = await traces(db);
  const work = await workFor(db, groupId, [
    ...drafts(3_000, groupId),
    draft(3_001, groupId, { email: 'ADA@example.org' })
  ]);
  expect(await createOrgStore(db).commit(work)).toEqual({ code: 'organization-changed' });
  expect(await traces(db)).toEqual(before);
});

test('of two tabs that import the same file the second is refused and nothing doubles', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const other = new MusterDatabase(db.name);
  const work = await workFor(db, groupId, drafts(500, groupId));
  const outcomes = await Promise.all([createOrgStore(db).commit(work), createOrgStore(other).commit(work)]);
  expect(outcomes.filter((outcome) => 'code' in outcome)).toEqual([{ code: 'organization-changed' }]);
  expect(await db.people.count()).toBe(501);
  expect(await db.imports.count()).toBe(1);
});

test('any change since the plan refuses it', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const work = await workFor(db, groupId, drafts(1, groupId));
  await execute(MASTER, { kind: 'update-group', groupId, name: 'Help' }, db);
  expect(await createOrgStore(db).commit(work)).toEqual({ code: 'organization-changed' });
});

test('refusals that depend on who imports what', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const store = createOrgStore(db);
  const empty = await workFor(db, groupId, []);
  expect(await store.commit(empty)).toEqual({ code: 'nothing-to-import' });
  const elsewhere = await workFor(db, groupId, drafts(1, 99));
  expect(await store.commit(elsewhere)).toEqual({ code: 'group-gone' });
  await store.commit(await workFor(db, groupId, drafts(1, groupId)));
  const byTechnician = { ...(await workFor(db, groupId, drafts(1, groupId, 2))), actorId: 2 };
  expect(await store.commit(byTechnician)).toEqual({ code: 'not-allowed' });
  expect(await revisionOf(db)).toBe(3);
});
