import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUpOrganization, signIn } from '#lib/storage/access.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { database } from '#lib/storage/database.ts';
import { deriveNextSealed } from '#lib/storage/passwords/derivation.ts';
import { toPerson } from '#lib/storage/people.ts';
import type { ImportRequest } from '#lib/import/road.ts';
import { createImportClient } from '#lib/worker/import-worker-client.ts';
import { MASTER, masterSignIn } from '../storage/organization.ts';
import { haveTheDatabaseAlone } from '../storage/own-database.ts';

haveTheDatabaseAlone();

const client = createImportClient();
const groups: number[] = [];

beforeAll(async () => {
  await setUpOrganization({ organizationName: 'Sample', name: 'Ada', ...masterSignIn });
  for (const name of ['Support', 'Europe']) {
    const done = await execute(MASTER, { kind: 'create-group', parentId: null, name });
    if ('code' in done || done.groupId === undefined) throw new Error(JSON.stringify(done));
    groups.push(done.groupId);
  }
});

afterAll(async () => {
  client.close();
  await database.delete();
});

const HEADER =
  'Name;Nickname;Email;Single Sign-On ID;Description;Password;Enabled;Standard License;Mobile License;Tech Group ID';

function importOf(lines: readonly string[], existing: ImportRequest['existing'] = 'report') {
  const source = { name: 'people.csv', bytes: new Blob([[HEADER, ...lines].join('\n')]) };
  return client.preview(source, { kind: 'technicians-file', groupId: null, actorId: MASTER, existing });
}

const mayEnter = async (email: string, password: string): Promise<boolean> =>
  'ok' in (await signIn({ email, password, staySignedIn: false }));

test('an import of people who are there updates them in one transaction, and keeps how they were', async () => {
  const [support = 0, europe = 0] = groups;
  const people = Array.from(
    { length: 5 },
    (_, at) => `P${at};;p${at}@example.org;;;Sample1%${at};yes;yes;no;${support}`
  );
  await importOf(people);
  expect(await client.commit()).toMatchObject({ committed: { created: 5, updated: 0 } });

  const lines = [
    `Renamed;;P1@Example.org;;;Sample2%1;;;yes;${europe}`,
    `P2;;p2@example.org;;;;;;;`,
    `P3;nick;p3@example.org;;;;;;;`,
    `New;;new@example.org;;;Sample1%9;no;yes;no;${europe}`
  ];
  const shown = await importOf(lines, 'update');
  expect(shown).toMatchObject({ preview: { counts: { total: 4, ready: 3, updated: 2, unchanged: 1 } } });
  const { rows } = await client.rows({ filter: 'updated', from: 0, count: 1, showPasswords: false });
  expect(rows).toMatchObject([
    {
      cells: ['Renamed', '', 'P1@Example.org', '', '', '••••••••', '', '', 'yes', String(europe)],
      update: {
        changes: [
          { column: 'name', before: 'P1', after: 'Renamed' },
          { column: 'mobileLicense' },
          { column: 'password' }
        ],
        moved: { from: { name: 'Support' }, to: { name: 'Europe' } }
      }
    }
  ]);
  const outcome = await client.commit();
  expect(outcome).toMatchObject({ committed: { created: 1, updated: 2, unchanged: 1 } });
  const importId = outcome.kind === 'committed' ? outcome.committed.importId : 0;

  const changed = await database.people.get({ emailKey: 'p1@example.org' });
  expect(changed && toPerson(changed)).toMatchObject({ name: 'Renamed', email: 'p1@example.org', groupId: europe });
  expect(await database.groupCounts.bulkGet([support, europe])).toMatchObject([
    { people: 4, enabled: 4, standard: 4, mobile: 0 },
    { people: 2, enabled: 1, standard: 1, mobile: 1 }
  ]);
  const kept = await database.importFormer.where(':id').between([importId, 0], [importId, Infinity]).toArray();
  expect(
    kept.flatMap(({ people: former }) => former.map(({ before, setsPassword }) => [before.name, setsPassword]))
  ).toEqual([
    ['P1', true],
    ['P3', false]
  ]);
});

test('their new password counts at once, before and after it is derived', async () => {
  const passwords = async (): Promise<boolean[]> => [
    await mayEnter('p1@example.org', 'Sample2%1'),
    await mayEnter('p1@example.org', 'Sample1%1'),
    await mayEnter('p3@example.org', 'Sample1%3')
  ];
  expect(await passwords()).toEqual([true, false, true]);
  await database.signInAttempts.clear();
  while (await deriveNextSealed(2));
  expect(await database.credentials.count()).toBe(7);
  expect(await passwords()).toEqual([true, false, true]);
});

test('the result after a restart is a CSV like the one that was uploaded', async () => {
  client.close();
  const [last] = await database.imports.reverse().limit(1).toArray();
  const outcome = await client.result(last?.importId ?? 0, { actorId: 1, maskPasswords: false, format: 'same' });
  if (outcome.kind !== 'result') throw new Error(outcome.failure.code);
  const lines = (await outcome.file.bytes.text()).trimEnd().split('\n');
  expect(lines.map((line) => line.split(';').at(-1))).toEqual([
    'Result',
    'Updated: Name, Mobile License, Password, moved to Europe',
    'No change',
    'Updated: Nickname',
    'Created'
  ]);
  expect(lines[1]).toContain(';••••••••;');
});
