import type { GroupId } from '#lib/domain/group.ts';
import type { Person, PersonId } from '#lib/domain/person.ts';
import type { CommitRow, OrgStore } from '#lib/import/5-commit/org-store.ts';
import type { EmailOwner, OrganizationFacts } from '#lib/import/organization-facts.ts';
import { commitInTransaction } from '#lib/storage/imports/commit-transaction.ts';
import { readImport, readImportRows, readImportSource } from '#lib/storage/imports/import-repository.ts';
import { database, type MusterDatabase } from './database.ts';
import { seatsUsed } from './group-counts.ts';
import { readEmailKeys, readPeopleWith } from './people-by-email.ts';
import { readPerson, toPerson } from './people.ts';
import { ONLY, organizationRecord, type PersonRecord, settingsRecord } from './records.ts';

/** The road's store in the browser's database. */
export function createOrgStore(db: MusterDatabase = database): OrgStore {
  return {
    facts: (actorId) => readFacts(actorId, db),
    ownersOf: (emailKeys) => readOwners(emailKeys, db),
    peopleWith: (emailKeys) => readPeople(emailKeys, db),
    commit: (work, watch = {}) => commitInTransaction(work, watch, db),
    importRecord: (actorId, importId) => readImport(actorId, importId, db),
    importSource: (actorId, importId) => readImportSource(actorId, importId, db),
    importRows: (actorId, importId) => walkRows(actorId, importId, db)
  };
}

async function readFacts(actorId: PersonId, db: MusterDatabase): Promise<OrganizationFacts> {
  const tables = [db.organization, db.settings, db.groups, db.groupCounts, db.people];
  return await db.transaction('r', tables, async ({ idbtrans }) => {
    const [organization, settings, groups, seats, actor, emailKeys] = await Promise.all([
      db.organization.get(ONLY),
      db.settings.get(ONLY),
      db.groups.toArray(),
      seatsUsed(db),
      db.people.get(actorId),
      readEmailKeys(idbtrans)
    ]);
    return {
      revision: organizationRecord.parse(organization).revision,
      groups,
      settings: settingsRecord.parse(settings),
      seatsUsed: seats,
      actor: readPerson(actor),
      emailKeys
    };
  });
}

async function readOwners(emailKeys: readonly string[], db: MusterDatabase): Promise<ReadonlyMap<string, EmailOwner>> {
  const owners = new Map<string, EmailOwner>();
  const people = await recordsWith(emailKeys, db);
  const groupIds = [...new Set(people.flatMap(({ groupId }) => groupId ?? []))];
  const groups = await db.groups.bulkGet(groupIds);
  const names = new Map<GroupId, string>(groupIds.map((groupId, at) => [groupId, groups[at]?.name ?? '']));
  for (const { id, name, role = 'technician', emailKey, groupId } of people) {
    const groupName = groupId === undefined ? '' : (names.get(groupId) ?? '');
    owners.set(emailKey, { personId: id, name, role, groupName });
  }
  return owners;
}

async function readPeople(emailKeys: readonly string[], db: MusterDatabase): Promise<ReadonlyMap<string, Person>> {
  const records = await recordsWith(emailKeys, db);
  return new Map(records.map((record) => [record.emailKey, toPerson(record)]));
}

function recordsWith(emailKeys: readonly string[], db: MusterDatabase): Promise<readonly PersonRecord[]> {
  return db.transaction('r', db.people, ({ idbtrans }) => readPeopleWith(emailKeys, idbtrans));
}

async function* walkRows(
  actorId: PersonId,
  importId: number,
  db: MusterDatabase
): AsyncGenerator<readonly CommitRow[]> {
  for (let chunk = 0; ; chunk++) {
    const rows = await readImportRows(actorId, importId, chunk, db);
    if (!rows) return;
    yield rows;
  }
}
