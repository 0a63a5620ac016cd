/**
 * **Explore a sample organization**: everything there is to see, made up, and gone in one click. Nobody knows a password
 * of it: its Master Administrator is signed in directly. Fetched only when it is asked for.
 */
import { derivePassword } from '#lib/credentials/derive.ts';
import type { GroupId } from '#lib/domain/group.ts';
import { defaultSettings } from '#lib/domain/settings.ts';
import { database, type MusterDatabase } from '#lib/storage/database.ts';
import { isQuotaExceeded } from '#lib/storage/failures.ts';
import { CountChanges } from '#lib/storage/group-counts.ts';
import { packRows } from '#lib/storage/imports/import-rows.ts';
import { fingerprint, toRecord } from '#lib/storage/people.ts';
import { ONLY, organizationRecord } from '#lib/storage/records.ts';
import { beginSession } from '#lib/storage/session.ts';
import { sampleImport } from './sample-import.ts';
import { NameGiver, sampleAdministrators, sampleGroups, sampleTechnicians, seededRandom } from './sample-people.ts';

const SEED = 20_261_122;
const MASTER = 1;
const TECHNICIANS = 260;
const DAY = 24 * 60 * 60 * 1000;

type SampleOutcome =
  | { readonly ok: true }
  | { readonly code: 'already-set-up' }
  | { readonly code: 'not-a-sample' }
  | { readonly code: 'storage-full' };

/** Makes the sample and signs its Master Administrator in for this tab. Refused where there is an organization already. */
export async function createSampleOrganization(organizationName: string, db = database): Promise<SampleOutcome> {
  const derived = await derivePassword(crypto.randomUUID());
  const now = Date.now();
  try {
    const made = await db.transaction('rw', db.tables, async () => {
      if (await db.organization.get(ONLY)) return false;
      await write(organizationName, now, db);
      await db.credentials.add({ personId: MASTER, ...derived, changedAt: now, mustChange: false });
      return true;
    });
    if (!made) return { code: 'already-set-up' };
  } catch (failure) {
    if (isQuotaExceeded(failure)) return { code: 'storage-full' };
    throw failure;
  }
  await beginSession(MASTER, false, db);
  return { ok: true };
}

/** Signs in again after a sign-out: nobody knows a password of the sample. */
export async function enterSampleOrganization(db = database): Promise<SampleOutcome> {
  if (!(await isSample(db)) || !(await db.people.get(MASTER))) return { code: 'not-a-sample' };
  await beginSession(MASTER, false, db);
  return { ok: true };
}

/** Everything is gone afterwards, as before the first start: what was added to the sample too. One transaction. */
export async function removeSample(db = database): Promise<SampleOutcome> {
  return await db.transaction('rw', db.tables, async () => {
    if (!(await isSample(db))) return { code: 'not-a-sample' };
    for (const table of db.tables) await table.clear();
    return { ok: true };
  });
}

async function isSample(db: MusterDatabase): Promise<boolean> {
  const stored = await db.organization.get(ONLY);
  return stored !== undefined && organizationRecord.parse(stored).isSample;
}

async function write(name: string, now: number, db: MusterDatabase): Promise<void> {
  const random = seededRandom(SEED);
  const groups = sampleGroups();
  const names = new NameGiver(random);
  const administrators = sampleAdministrators(groups, names);
  const teams = groups.filter((group) => group.enabled && !groups.some((below) => below.parentId === group.id));
  const teamIds = teams.map((group) => group.id);
  const technicians = sampleTechnicians(administrators.length + 1, TECHNICIANS, teamIds, names, random);
  const imported = sampleImport(administrators.length + TECHNICIANS + 1, teams[0], names, now - 2 * DAY);
  const counts = new CountChanges();
  for (const technician of [...technicians, ...imported.technicians]) counts.add(technician.groupId, technician);
  await db.groups.bulkAdd(groups);
  await db.people.bulkAdd([...administrators, ...technicians].map((person) => toRecord(person)));
  const importedRecords = imported.technicians.map((person) => toRecord(person));
  await db.people.bulkAdd(importedRecords.map((record) => ({ ...record, imported: fingerprint(record) })));
  await counts.apply(db);
  await writePermissions(groups.length, teamIds, db);
  await db.settings.add({ id: ONLY, ...defaultSettings, standardSeats: 400, mobileSeats: 120 });
  await writeHistory(name, imported, administrators[0]?.name ?? '', now, db);
  await db.organization.add({
    ...{ id: ONLY, name, isSample: true, createdAt: now, revision: 1 },
    nextGroupId: groups.length + 1,
    nextPersonId: administrators.length + TECHNICIANS + imported.technicians.length + 1
  });
}

async function writePermissions(groupCount: number, teamIds: readonly GroupId[], db: MusterDatabase): Promise<void> {
  await db.groupPermissions.bulkAdd([
    { groupId: 1, permissions: { 'record-sessions': { value: true, locked: true } } },
    { groupId: 2, permissions: { 'send-files': { value: true, locked: false } } },
    ...(teamIds.length > 0
      ? [
          {
            groupId: teamIds.at(-1) ?? groupCount,
            permissions: { 'access-unattended-computers': { value: true, locked: false } }
          }
        ]
      : [])
  ]);
}

async function writeHistory(
  organizationName: string,
  { record, rows }: ReturnType<typeof sampleImport>,
  actorName: string,
  now: number,
  db: MusterDatabase
): Promise<void> {
  const importId = await db.imports.add({ ...record, actorName });
  await db.importRows.add({ importId, chunk: 0, ...packRows(rows) });
  const actor = { actorId: MASTER, actorName };
  const { fileName, groupId, groupName, created, failed, leftOut, firstPersonId } = record;
  await db.audit.bulkAdd([
    { at: now - 3 * DAY, ...actor, what: 'sample-created', details: { organizationName } },
    {
      ...{ at: record.at, ...actor, what: 'import-users' as const },
      subjects: [{ kind: 'import', id: importId, name: fileName }],
      details: { importId, fileName, groupId, groupName, created, failed, leftOut, firstPersonId }
    }
  ]);
}
