/** Stage 5 in the database: everything is made ready first, then one transaction writes all of it or nothing. */
import type { Transaction } from 'dexie';
import { authorize } from '#lib/domain/authorization.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { WriteWatch, CommitWork } from '#lib/import/5-commit/org-store.ts';
import type { CommitRefusal, CommittedImport } from '#lib/import/road.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { isConstraint, isInvalidState, isQuotaExceeded } from '#lib/storage/failures.ts';
import { readPerson } from '#lib/storage/people.ts';
import { ONLY, organizationRecord, type StoredImport } from '#lib/storage/records.ts';
import { refusedWith } from '#lib/storage/commands/refused.ts';
import { prepareWork, type PreparedWork } from './prepare-work.ts';
import { writeUpdates } from './import-updates.ts';

/** People are added in batches of this many; after each the signal is looked at and progress is told. */
const BATCH = 2_000;

/** Of a thousand rows each: some megabytes on their way to the database at once. */
const CHUNKS = 32;

const Refused = refusedWith<CommitRefusal>();

/** See OrgStore.commit. */
export async function commitInTransaction(
  work: CommitWork,
  watch: WriteWatch,
  db: MusterDatabase
): Promise<CommittedImport | CommitRefusal> {
  const { signal } = watch;
  try {
    const prepared = await prepareWork(work, db, watch);
    if ('code' in prepared) return prepared;
    return await db.transaction('rw', tablesOf(db), async (transaction) => {
      // Not after the batch that is being written: a person who cancels has waited long enough.
      signal?.addEventListener('abort', () => abortInTime(transaction), { once: true });
      signal?.throwIfAborted();
      const actor = await admit(work, prepared, db);
      const record = await writeImport(work, prepared, actor.name, db);
      await addAll(record.importId, prepared, watch, db);
      return record;
    });
  } catch (failure) {
    return asRefusal(failure, signal);
  }
}

/** Between its last request and its end a transaction cannot be aborted: then it ends as if nobody had cancelled. */
function abortInTime(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch (failure) {
    if (!isInvalidState(failure)) throw failure;
    // Dexie took it for ended, and would not hear of an end without success.
    transaction.active = true;
  }
}

/** Asks again, now that nobody else can write, whether the work still stands on what is there. */
async function admit(work: CommitWork, prepared: PreparedWork, db: MusterDatabase): Promise<{ readonly name: string }> {
  const organization = organizationRecord.parse(await db.organization.get(ONLY));
  if (organization.revision !== work.expectedRevision || organization.nextPersonId !== prepared.firstPersonId) {
    throw new Refused({ code: 'organization-changed' });
  }
  const actor = readPerson(await db.people.get(work.actorId));
  const tree = new OrgTree(await db.groups.toArray());
  const groupIds = prepared.counts.groupIds();
  if (groupIds.some((groupId) => !tree.group(groupId))) throw new Refused({ code: 'group-gone' });
  if (!actor || authorize(actor, { kind: 'import-users', groupIds }, tree)) throw new Refused({ code: 'not-allowed' });
  const { revision, nextPersonId } = organization;
  await db.organization.put({
    ...organization,
    revision: revision + 1,
    nextPersonId: nextPersonId + prepared.people.length
  });
  return actor;
}

async function writeImport(
  work: CommitWork,
  prepared: PreparedWork,
  actorName: string,
  db: MusterDatabase
): Promise<CommittedImport> {
  const { actorId, kind, fileName, format, groupId, sheet, maskedSource } = work;
  const { at, unchanged, failed, leftOut, byProblem, firstPersonId } = prepared;
  const created = prepared.people.length;
  const updated = prepared.updates.length;
  const groupName = groupId === null ? '' : ((await db.groups.get(groupId))?.name ?? '');
  const record: StoredImport = {
    at,
    actorId,
    actorName,
    kind,
    fileName,
    format,
    ...(work.text && { text: work.text }),
    groupId,
    groupName,
    sheet,
    created,
    updated,
    unchanged,
    failed,
    leftOut,
    byProblem,
    firstPersonId,
    hasSource: maskedSource !== null,
    noticeDismissed: false
  };
  const importId = await db.imports.add(record);
  if (maskedSource) await db.importSources.add({ importId, blob: maskedSource });
  await prepared.counts.apply(db);
  const details = { importId, fileName, groupId, groupName, created, updated, failed, leftOut, firstPersonId };
  const subjects = [{ kind: 'import' as const, id: importId, name: fileName }];
  await db.audit.add({ at, actorId, actorName, what: 'import-users', subjects, details });
  return { importId, created, updated, unchanged, failed, leftOut };
}

async function addAll(
  importId: number,
  prepared: PreparedWork,
  { signal, onProgress }: WriteWatch,
  db: MusterDatabase
): Promise<void> {
  const { people, updates, sealed, resealed, rows } = prepared;
  await db.sealedPasswords.bulkAdd(sealed);
  if (!(await writeUpdates(importId, updates, db))) throw new Refused({ code: 'organization-changed' });
  // The same people's may wait already: theirs is the newer, and the former ones are kept with the people's values.
  await db.sealedPasswords.bulkPut(resealed);
  for (let from = 0; from < rows.length; from += CHUNKS) {
    signal?.throwIfAborted();
    const chunks = rows.slice(from, from + CHUNKS);
    await db.importRows.bulkAdd(chunks.map((chunk, at) => ({ importId, chunk: from + at, ...chunk })));
  }
  for (let from = 0; from < people.length; from += BATCH) {
    signal?.throwIfAborted();
    const batch = people.slice(from, from + BATCH);
    await db.people.bulkAdd(batch);
    onProgress?.(updates.length + from + batch.length);
  }
  signal?.throwIfAborted();
}

function asRefusal(failure: unknown, signal: AbortSignal | undefined): CommitRefusal {
  if (failure instanceof Refused) return failure.refusal;
  if (signal?.aborted) return { code: 'cancelled' };
  if (isQuotaExceeded(failure)) return { code: 'storage-full' };
  // Someone's email came to be in use although the revision stayed: the database itself holds that it is unique.
  if (isConstraint(failure)) return { code: 'organization-changed' };
  throw failure;
}

function tablesOf(db: MusterDatabase) {
  return [
    ...[db.organization, db.groups, db.people, db.groupCounts, db.sealedPasswords],
    ...[db.imports, db.importRows, db.importFormer, db.importSources, db.audit, db.credentials]
  ];
}
