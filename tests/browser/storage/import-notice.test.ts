import { expect, test } from 'vitest';
import { execute } from '#lib/storage/commands/commands.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { dismissImportNotice, readLastImport } from '#lib/storage/imports/import-repository.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, MASTER, setUp, workFor } from './organization.ts';

async function administrator(db: MusterDatabase, name: string, assignedGroupIds: number[]): Promise<number> {
  const fields = { name, email: `${name}@example.org`, description: '', enabled: true };
  const made = await execute(
    MASTER,
    { kind: 'create-administrator', role: 'administrator', fields, assignedGroupIds, password: 'Sample1%' },
    db
  );
  if (!('ok' in made) || made.personId === undefined) throw new Error(JSON.stringify(made));
  return made.personId;
}

test('the notice of an import is read by whoever sees its group, and closed by whoever acts in it', async () => {
  const db = await setUp();
  const [north, south] = [await createGroup(db, 'North'), await createGroup(db, 'South')];
  await createOrgStore(db).commit(await workFor(db, north, drafts(1, north)));
  const technician = (await db.people.where({ emailKey: 'technician.1@example.org' }).first())?.id ?? 0;
  const ofNorth = await administrator(db, 'north', [north]);
  const ofSouth = await administrator(db, 'south', [south]);
  const readers = async () => {
    const read = await Promise.all(
      [MASTER, ofNorth, ofSouth, technician, 99].map((actorId) => readLastImport(actorId, north, db))
    );
    return read.map((record) => record !== null);
  };
  expect(await readers()).toEqual([true, true, true, false, false]);
  await execute(MASTER, { kind: 'update-settings', changes: { groupsOnlyToAssignedAdministrators: true } }, db);
  expect(await readers()).toEqual([true, true, false, false, false]);
  await execute(MASTER, { kind: 'update-settings', changes: { groupsOnlyToAssignedAdministrators: false } }, db);

  for (const actorId of [ofSouth, technician, 99]) expect(await dismissImportNotice(actorId, 1, db)).toBe(false);
  expect(await readLastImport(MASTER, north, db)).toMatchObject({ noticeDismissed: false });
  expect(await dismissImportNotice(ofNorth, 2, db)).toBe(false);
  expect(await dismissImportNotice(ofNorth, 1, db)).toBe(true);
  expect(await readLastImport(MASTER, north, db)).toMatchObject({ noticeDismissed: true });
});
