import { expect, test, vi } from 'vitest';
import { signIn } from '#lib/storage/access.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { MusterDatabase } from '#lib/storage/database.ts';
import { deriveNextSealed } from '#lib/storage/passwords/derivation.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, MASTER, passwordOf, setUp, workFor } from './organization.ts';

test('derivation goes on after a restart and leaves alone who is gone or was given a newer password', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(53, groupId)));
  expect((await db.sealedPasswords.toArray()).map(({ count }) => count)).toEqual([50, 3]);
  await execute(MASTER, { kind: 'delete-technicians', personIds: [52] }, db);
  await execute(MASTER, { kind: 'update-technician', personId: 53, changes: {}, password: 'Newer1%x' }, db);
  // Of those of the first record only two are left, to keep the test short.
  await db.people.bulkDelete(Array.from({ length: 48 }, (_, at) => 2 + at));
  expect(await deriveNextSealed(2, db)).toBe(true);
  expect(await db.sealedPasswords.count()).toBe(1);
  db.close();

  const restarted = new MusterDatabase(db.name);
  expect(await deriveNextSealed(2, restarted)).toBe(true);
  expect(await deriveNextSealed(2, restarted)).toBe(false);
  expect((await restarted.credentials.toCollection().primaryKeys()).sort((a, b) => a - b)).toEqual([
    MASTER,
    50,
    51,
    52,
    53,
    54
  ]);
  const newer = { email: 'technician.52@example.org', staySignedIn: false };
  expect(await signIn({ ...newer, password: 'Newer1%x' }, restarted)).toMatchObject({ ok: true });
  expect(await signIn({ ...newer, password: passwordOf(52) }, restarted)).toEqual({ code: 'wrong' });
  // Deleted, derived meanwhile, brought back: the password is there.
  await execute(MASTER, { kind: 'restore-technicians', technicians: [{ personId: 52, groupId }] }, restarted);
  const back = { email: 'technician.51@example.org', password: passwordOf(51), staySignedIn: false };
  expect(await signIn(back, restarted)).toMatchObject({ ok: true });
});

test('each password waits until it may be derived', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(2, groupId)));
  const before = await db.credentials.count();
  const stored: number[] = [];
  const mayGoOn = async (): Promise<void> => void stored.push(await db.credentials.count());
  expect(await deriveNextSealed(1, db, mayGoOn)).toBe(true);
  expect([stored, await db.credentials.count()]).toEqual([[before, before], before + 2]);
});

test('a sealed record that was exchanged is given up and audited, and keeps nobody waiting', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(2, groupId)));
  const [sealed] = await db.sealedPasswords.toArray();
  await db.sealedPasswords.clear();
  await db.sealedPasswords.add({ ...sealed!, firstPersonId: 3 });
  expect(await signIn({ email: 'technician.2@example.org', password: passwordOf(1), staySignedIn: false }, db)).toEqual(
    { code: 'wrong' }
  );
  expect(await deriveNextSealed(1, db)).toBe(true);
  expect(await deriveNextSealed(1, db)).toBe(false);
  expect((await db.audit.toArray()).at(-1)).toMatchObject({
    what: 'sealed-passwords-unreadable',
    details: { count: 2 }
  });
});

test.each(['opened', 'unreadable'])(
  'a record, %s, whose place a newer one took meanwhile is not taken for it',
  async (how) => {
    const db = await setUp();
    const groupId = await createGroup(db, 'Support');
    const store = createOrgStore(db);
    await store.commit(await workFor(db, groupId, drafts(1, groupId)));
    const [before] = [...(await store.peopleWith(['technician.1@example.org'])).values()];
    if (before?.role !== 'technician') throw new Error('no technician');
    if (how === 'unreadable') {
      await db.sealedPasswords.toCollection().modify({ ciphertext: new Uint8Array(40) });
    }
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
    // The import comes while the worker has the older record in hand.
    vi.spyOn(SubtleCrypto.prototype, 'decrypt').mockImplementationOnce(async (...given) => {
      const update = { before, after: { ...before, nickname: 'T' }, password: 'Newer1%x' };
      const work = await workFor(db, groupId, []);
      expect(await store.commit({ ...work, updates: [update] })).toMatchObject({ updated: 1 });
      return await decrypt(...given);
    });
    while (await deriveNextSealed(1, db));
    const present = { email: 'technician.1@example.org', password: 'Newer1%x', staySignedIn: false };
    expect(await signIn(present, db)).toMatchObject({ ok: true });
    expect(await db.audit.where('what').equals('sealed-passwords-unreadable').count()).toBe(0);
  }
);
