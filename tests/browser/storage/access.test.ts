import { expect, test } from 'vitest';
import { changeOwnPassword, setUpOrganization, signIn, signOut } from '#lib/storage/access.ts';
import { sessionPerson } from '#lib/storage/session.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { deriveNextSealed } from '#lib/storage/passwords/derivation.ts';
import { MusterDatabase } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { delaySeconds } from '#lib/storage/passwords/sign-in-attempts.ts';
import { createGroup, drafts, MASTER, masterSignIn, passwordOf, setUp, workFor } from './organization.ts';

test('set-up signs the first Master Administrator in, once', async () => {
  const db = await setUp();
  expect(await sessionPerson(db)).toBe(MASTER);
  const again = {
    organizationName: 'Other',
    name: 'Eve',
    email: 'eve@example.org',
    password: 'Sample1%',
    staySignedIn: true
  };
  expect(await setUpOrganization(again, db)).toEqual({ code: 'already-set-up' });
  expect((await db.people.toArray()).map(({ name }) => name)).toEqual(['Ada']);
});

test('set-up refuses what is missing, in the order of its fields', async () => {
  const db = new MusterDatabase(`muster-test-refused-${Date.now()}`);
  const good = { organizationName: 'O', name: 'N', email: 'n@example.org', password: 'Sample12', staySignedIn: false };
  expect(await setUpOrganization({ ...good, organizationName: ' ' }, db)).toEqual({
    code: 'organization-name-missing'
  });
  expect(await setUpOrganization({ ...good, name: '' }, db)).toEqual({ code: 'name-missing' });
  expect(await setUpOrganization({ ...good, email: 'n@' }, db)).toEqual({ code: 'invalid-email' });
  expect(await setUpOrganization({ ...good, password: 'short' }, db)).toMatchObject({ code: 'password' });
  expect(await db.organization.count()).toBe(0);
});

test('the session of a tab is its own, that of the device is everyone’s', async () => {
  const db = await setUp();
  await signOut(db);
  expect(await sessionPerson(db)).toBeNull();
  expect(await signIn({ ...masterSignIn, staySignedIn: false }, db)).toMatchObject({
    ok: true,
    mustChange: null
  });
  expect(await sessionPerson(db)).toBe(MASTER);
  const tab = sessionStorage.getItem('muster-tab') ?? '';
  sessionStorage.removeItem('muster-tab');
  expect(await sessionPerson(db)).toBeNull();
  sessionStorage.setItem('muster-tab', tab);
  expect(await signIn({ ...masterSignIn, email: ' ADA@Example.org ' }, db)).toMatchObject({ ok: true });
  sessionStorage.removeItem('muster-tab');
  expect(await sessionPerson(db)).toBe(MASTER);
});

test('wrong password and unknown email get the same answer, and both slow down', async () => {
  const db = await setUp();
  for (const email of [masterSignIn.email, 'nobody@example.org']) {
    const attempt = { email, password: 'Sample1&', staySignedIn: false };
    const asked = Date.now();
    for (let failure = 0; failure < 3; failure++) expect(await signIn(attempt, db)).toEqual({ code: 'wrong' });
    const { failures, waitUntil = 0 } = (await db.signInAttempts.get(email)) ?? {};
    expect(failures).toBe(3);
    expect(waitUntil).toBeGreaterThan(asked + delaySeconds(3) * 1000 - 1);
    await db.signInAttempts.update(email, { waitUntil: Date.now() + 60_000 });
    expect(await signIn(attempt, db)).toMatchObject({ code: 'wait' });
  }
  // However long that took on a busy machine.
  await db.signInAttempts.toCollection().modify({ waitUntil: Date.now() + 60_000 });
  // A reload is another connection: it has to wait as well, even with the right password.
  expect(await signIn(masterSignIn, new MusterDatabase(db.name))).toMatchObject({ code: 'wait' });
  await db.signInAttempts.toCollection().modify({ waitUntil: Date.now() });
  expect(await signIn(masterSignIn, db)).toMatchObject({ ok: true });
  expect(await db.signInAttempts.get(masterSignIn.email)).toBeUndefined();
});

test('an imported technician signs in before and after the derivation, and a disabled one never', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(2, groupId)));
  const second = { email: 'technician.2@example.org', password: passwordOf(2), staySignedIn: false };
  expect(await signIn(second, db)).toEqual({ ok: true, personId: 3, mustChange: null, daysUntilExpiry: null });
  expect(await signIn({ ...second, password: passwordOf(1) }, db)).toEqual({ code: 'wrong' });
  while (await deriveNextSealed(1, db));
  expect(await db.sealedPasswords.count()).toBe(0);
  expect(await signIn(second, db)).toMatchObject({ ok: true });
  expect(await signIn({ ...second, password: passwordOf(1) }, db)).toEqual({ code: 'wrong' });
  await execute(MASTER, { kind: 'update-technician', personId: 3, changes: { enabled: false } }, db);
  expect(await sessionPerson(db)).toBeNull();
  expect(await signIn(second, db)).toEqual({ code: 'wrong' });
});

test('a person who must change the password does, and is not asked again', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await execute(MASTER, { kind: 'update-settings', changes: { adminPasswordChangeForcesChange: true } }, db);
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(1, groupId)));
  const first = { email: 'technician.1@example.org', password: passwordOf(1), staySignedIn: false };
  expect(await signIn(first, db)).toEqual({
    ok: true,
    personId: 2,
    mustChange: 'given-by-administrator',
    daysUntilExpiry: null
  });
  expect(await changeOwnPassword(2, 'Sample1&', 'Newer1%x', db)).toEqual({ code: 'wrong' });
  expect(await changeOwnPassword(2, passwordOf(1), passwordOf(1), db)).toEqual({ code: 'same-password' });
  expect(await changeOwnPassword(2, passwordOf(1), 'newer', db)).toMatchObject({ code: 'password' });
  expect(await changeOwnPassword(2, passwordOf(1), 'Newer1%x', db)).toEqual({ ok: true });
  expect(await signIn(first, db)).toEqual({ code: 'wrong' });
  expect(await signIn({ ...first, password: 'Newer1%x' }, db)).toMatchObject({ ok: true, mustChange: null });
});
