import { afterEach, expect, test } from 'vitest';
import { setUpOrganization } from '#lib/storage/access.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { database } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createSearchClient, type SearchClient, type SearchResult } from '#lib/worker/search-worker-client.ts';
import { createGroup, drafts, MASTER, masterSignIn, workFor } from '../storage/organization.ts';
import { haveTheDatabaseAlone } from '../storage/own-database.ts';

haveTheDatabaseAlone();

let client: SearchClient;

afterEach(async () => {
  client.close();
  await database.delete();
  await database.open();
});

/** Asks again after every change until the answer is the one a page would end with. */
async function untilFound(actorId: number, text: string, wanted: (result: SearchResult) => boolean) {
  return await new Promise<SearchResult>((resolve, reject) => {
    const ask = (): void =>
      void client.search(actorId, text).then((result) => {
        if (wanted(result)) resolve(result);
      }, reject);
    client.onChange(ask);
    ask();
  });
}

test('groups and people are found with their path, and changes follow', async () => {
  await setUpOrganization({ organizationName: 'Sample', name: 'Ada', ...masterSignIn });
  const region = await createGroup(database, 'Région Nord');
  const team = await createGroup(database, 'Night', region);
  await createOrgStore().commit(await workFor(database, team, drafts(3_000, team)));
  client = createSearchClient();
  const found = await untilFound(MASTER, 'NICIAN 299', ({ indexed }) => indexed === 1);
  expect(found.peopleTotal).toBe(11);
  expect(found.people[0]).toMatchObject({ name: 'Technician 299', groupId: team, role: 'technician' });
  expect(found.people[0]?.path).toEqual([
    { id: region, name: 'Région Nord' },
    { id: team, name: 'Night' }
  ]);
  expect((await client.search(MASTER, 'region')).groups).toEqual([{ groupId: region, name: 'Région Nord', path: [] }]);
  await execute(MASTER, { kind: 'update-technician', personId: 5, changes: { nickname: 'Zebra' } });
  await untilFound(MASTER, 'zebr', ({ peopleTotal }) => peopleTotal === 1);
  await execute(MASTER, { kind: 'delete-technicians', personIds: [5] });
  await untilFound(MASTER, 'zebr', ({ peopleTotal }) => peopleTotal === 0);
  await createOrgStore().commit(await workFor(database, team, drafts(2_000, team, 9_001)));
  await untilFound(MASTER, 'technician 11000', ({ peopleTotal }) => peopleTotal === 1);
});

test('who sees only the assigned groups finds nothing of the others', async () => {
  await setUpOrganization({ organizationName: 'Sample', name: 'Ada', ...masterSignIn });
  const [north, south] = [await createGroup(database, 'Team North'), await createGroup(database, 'Team South')];
  await createOrgStore().commit(await workFor(database, south, drafts(2, south)));
  const fields = { name: 'Bo', email: 'bo@example.org', description: '', enabled: true };
  const made = await execute(MASTER, {
    ...{ kind: 'create-administrator', role: 'administrator', fields, password: 'Sample1%' },
    assignedGroupIds: [north]
  });
  if (!('ok' in made) || made.personId === undefined) throw new Error('not made');
  const bo = made.personId;
  client = createSearchClient();
  await untilFound(bo, 'technician', ({ peopleTotal }) => peopleTotal === 2);
  await execute(MASTER, { kind: 'update-settings', changes: { groupsOnlyToAssignedAdministrators: true } });
  const found = await untilFound(bo, 'te', ({ groupTotal }) => groupTotal === 1);
  expect(found.groups[0]?.groupId).toBe(north);
  expect(found.people).toEqual([]);
  expect(await client.search(2, 'te')).toMatchObject({ groups: [], people: [] });
});
