import { expect, test } from 'vitest';
import { setUpOrganization, signIn } from '#lib/storage/access.ts';
import { database } from '#lib/storage/database.ts';
import { liveSealedCount } from '#lib/storage/live-queries.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { startDerivation } from '#lib/worker/credentials-worker-client.ts';
import { createGroup, drafts, masterSignIn, passwordOf, workFor } from '../storage/organization.ts';
import { haveTheDatabaseAlone } from '../storage/own-database.ts';

haveTheDatabaseAlone();

/** Resolves when the page would show that no password waits any more. */
function noneWaiting(): Promise<void> {
  return new Promise((resolve) => {
    const subscription = liveSealedCount().subscribe((count) => {
      if (count > 0) return startDerivation();
      subscription.unsubscribe();
      resolve();
    });
  });
}

test('the page starts the derivation, sees it end, and starts it again for the next import', async () => {
  await database.delete();
  await database.open();
  await setUpOrganization({ organizationName: 'Sample', name: 'Ada', ...masterSignIn });
  const groupId = await createGroup(database, 'Support');
  for (const from of [1, 4]) {
    await createOrgStore().commit(await workFor(database, groupId, drafts(3, groupId, from)));
    await noneWaiting();
    expect(await database.credentials.count()).toBe(from + 3);
  }
  const fifth = { email: 'technician.5@example.org', password: passwordOf(5), staySignedIn: false };
  expect(await signIn(fifth)).toMatchObject({ ok: true });
});
