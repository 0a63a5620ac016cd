import { afterEach, expect, test } from 'vitest';
import { setUpOrganization, signOut } from '#lib/storage/access.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { database, MusterDatabase } from '#lib/storage/database.ts';
import { deriveNextSealed } from '#lib/storage/passwords/derivation.ts';
import { dismissImportNotice } from '#lib/storage/imports/import-repository.ts';
import type { LiveQuery } from '#lib/storage/live-query.ts';
import {
  liveAdministrators,
  liveGroupCounts,
  liveGroups,
  liveImports,
  liveLastImport,
  liveOrganization,
  livePerson,
  liveSealedCount,
  liveSession,
  liveSettings,
  liveTechnicians
} from '#lib/storage/live-queries.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, MASTER, masterSignIn, workFor } from './organization.ts';
import { haveTheDatabaseAlone } from './own-database.ts';

haveTheDatabaseAlone();

const ends: (() => void)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await database.delete();
  await database.open();
});

/** Watches a query; `until` waits for the value a page would show. */
function look<T>(query: LiveQuery<T>) {
  let latest: T | undefined;
  let check: () => void = () => undefined;
  const subscription = query.subscribe((value) => {
    latest = value;
    check();
  });
  ends.push(() => subscription.unsubscribe());
  const until = (wanted: (value: T) => boolean): Promise<T> =>
    new Promise((resolve) => {
      check = () => {
        if (latest !== undefined && wanted(latest)) resolve(latest);
      };
      check();
    });
  return { until };
}

test('before set-up there is no organization; set-up and sign-out are seen at once', async () => {
  const organization = look(liveOrganization());
  const session = look(liveSession());
  await organization.until((value) => value === null);
  await session.until((value) => value === null);
  await setUpOrganization({ organizationName: 'Sample', name: 'Ada', ...masterSignIn });
  await organization.until((value) => value?.name === 'Sample');
  await session.until((value) => value === MASTER);
  await signOut();
  await session.until((value) => value === null);
});

test('an import in another tab shows everywhere: counts, technicians by name, notice, sealed passwords', async () => {
  await setUpOrganization({ organizationName: 'Sample', name: 'Ada', ...masterSignIn });
  const groupId = await createGroup(database, 'Support');
  const counts = look(liveGroupCounts());
  const technicians = look(liveTechnicians(groupId, { offset: 1, limit: 2 }));
  const last = look(liveLastImport(MASTER, groupId));
  const imports = look(liveImports(MASTER));
  const sealed = look(liveSealedCount());
  await technicians.until(({ total }) => total === 0);
  await sealed.until((count) => count === 0);
  const otherTab = new MusterDatabase();
  const people = drafts(52, groupId).map((draft, at) => ({ ...draft, name: at === 51 ? 'Àaron' : draft.name }));
  await createOrgStore(otherTab).commit(await workFor(otherTab, groupId, people));
  otherTab.close();
  await counts.until((value) => value.get(groupId)?.people === 52);
  const shown = await technicians.until(({ total }) => total === 52);
  expect(shown.technicians.map(({ name }) => name)).toEqual(['Technician 1', 'Technician 10']);
  await sealed.until((count) => count === 52);
  expect((await last.until((value) => value !== null))?.created).toBe(52);
  expect(await dismissImportNotice(MASTER, 1)).toBe(true);
  await last.until((value) => value?.noticeDismissed === true);
  await imports.until(([first]) => first?.noticeDismissed === true);
  await database.people.where('id').between(5, 51).delete();
  await deriveNextSealed(2);
  await sealed.until((count) => count === 2);
});

test('commands show: groups, settings, a person’s own panel', async () => {
  await setUpOrganization({ organizationName: 'Sample', name: 'Ada', ...masterSignIn });
  const groups = look(liveGroups());
  const settings = look(liveSettings());
  const administrators = look(liveAdministrators());
  await groups.until(({ length }) => length === 0);
  const groupId = await createGroup(database, 'Support');
  await groups.until(([group]) => group?.name === 'Support');
  await execute(MASTER, { kind: 'update-settings', changes: { standardSeats: 5 } });
  await settings.until(({ standardSeats }) => standardSeats === 5);
  expect((await administrators.until(({ length }) => length === 1))[0]?.name).toBe('Ada');
  await createOrgStore().commit(await workFor(database, groupId, drafts(1, groupId)));
  const person = look(livePerson(2));
  await person.until((value) => value?.enabled === true);
  await execute(MASTER, { kind: 'update-technician', personId: 2, changes: { enabled: false } });
  await person.until((value) => value?.enabled === false);
  await execute(MASTER, { kind: 'delete-technicians', personIds: [2] });
  await person.until((value) => value === null);
});
