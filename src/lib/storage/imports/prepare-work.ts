import { MAX_SEALED_TOGETHER, sealPasswords } from '#lib/credentials/seal.ts';
import type { PersonId } from '#lib/domain/person.ts';
import type { CommitWork, WriteWatch } from '#lib/import/5-commit/org-store.ts';
import type { CommitRefusal, TechnicianDraft, TechnicianUpdate } from '#lib/import/road.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { CountChanges } from '#lib/storage/group-counts.ts';
import { fingerprint, toRecord } from '#lib/storage/people.ts';
import {
  ONLY,
  organizationRecord,
  type PersonRecord,
  type SealedRecord,
  settingsRecord
} from '#lib/storage/records.ts';
import { sealingKey } from '#lib/storage/passwords/sealed-passwords.ts';
import { packRows, type PackedRows } from './import-rows.ts';
import { sealUpdates, takeUpdates } from './import-updates.ts';
import { OutcomeCounter, type OutcomeCounts } from './outcome-counts.ts';

/** So many records are sealed at a time: enough for the browser's own threads, few enough to stop soon. */
const SEALED_AT_ONCE = 64;

/** Records made between two pauses: a few milliseconds. */
const STRETCH = 500;

/** All that the transaction writes, made before it begins: an IndexedDB transaction ends while anything else is awaited. */
export interface PreparedWork extends OutcomeCounts {
  /** Milliseconds since 1970: the moment that the import and its passwords are said to be of. */
  readonly at: number;
  readonly firstPersonId: PersonId;
  readonly people: readonly PersonRecord[];
  readonly updates: readonly TechnicianUpdate[];
  readonly counts: CountChanges;
  readonly sealed: readonly SealedRecord[];
  /** Of people who were there before. */
  readonly resealed: readonly SealedRecord[];
  readonly rows: readonly PackedRows[];
}

/** Rejects with the signal's reason. */
export async function prepareWork(
  work: CommitWork,
  db: MusterDatabase,
  { signal, pause = () => Promise.resolve() }: WriteWatch = {}
): Promise<PreparedWork | CommitRefusal> {
  const organization = organizationRecord.parse(await db.organization.get(ONLY));
  if (organization.revision !== work.expectedRevision) return { code: 'organization-changed' };
  const firstPersonId = organization.nextPersonId;
  const people: PersonRecord[] = [];
  const passwords: string[] = [];
  const counts = new CountChanges();
  for (const draft of work.drafts) {
    people.push(recordOf(firstPersonId + people.length, draft));
    passwords.push(draft.password);
    counts.add(draft.groupId, draft);
    if (people.length % STRETCH === 0) await pause();
  }
  const updates = takeUpdates(work.updates, counts);
  if (people.length + updates.length === 0) return { code: 'nothing-to-import' };
  // The plan is read to its end before the long wait for the sealing: what was agreed to is what is written.
  const rows: PackedRows[] = [];
  const outcomes = new OutcomeCounter();
  for (const chunk of work.rows) {
    rows.push(packRows(chunk));
    outcomes.add(chunk);
    await pause();
  }
  const at = Date.now();
  const sealed = await sealAll(firstPersonId, passwords, at, db, signal);
  const resealed = await sealUpdates(updates, await sealingKey(db), { sealedAt: at, mustChange: await mustChange(db) });
  return { at, firstPersonId, people, updates, counts, sealed, resealed, rows, ...outcomes.counts() };
}

function recordOf(id: PersonId, draft: TechnicianDraft): PersonRecord {
  const record = toRecord({ ...draft, id, role: 'technician' });
  return { ...record, imported: fingerprint(record) };
}

async function sealAll(
  first: PersonId,
  passwords: readonly string[],
  sealedAt: number,
  db: MusterDatabase,
  signal?: AbortSignal
): Promise<SealedRecord[]> {
  const key = await sealingKey(db);
  const facts = { sealedAt, mustChange: await mustChange(db) };
  const sealOne = async (from: number): Promise<SealedRecord> => {
    const together = passwords.slice(from, from + MAX_SEALED_TOGETHER);
    return { ...(await sealPasswords(key, first + from, together)), ...facts };
  };
  const sealed: SealedRecord[] = [];
  for (let from = 0; from < passwords.length; from += SEALED_AT_ONCE * MAX_SEALED_TOGETHER) {
    signal?.throwIfAborted();
    const starts: number[] = [];
    for (let at = from; at < passwords.length && starts.length < SEALED_AT_ONCE; at += MAX_SEALED_TOGETHER)
      starts.push(at);
    sealed.push(...(await Promise.all(starts.map(sealOne))));
  }
  return sealed;
}

async function mustChange(db: MusterDatabase): Promise<boolean> {
  return settingsRecord.parse(await db.settings.get(ONLY)).adminPasswordChangeForcesChange;
}
