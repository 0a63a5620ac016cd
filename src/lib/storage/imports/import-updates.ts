/** What an import changes of people who are there already, and what is kept of how they were (specification: Imports, Undo import). */
import type { Table } from 'dexie';
import { MAX_SEALED_TOGETHER, sealPasswords } from '#lib/credentials/seal.ts';
import type { PersonId } from '#lib/domain/person.ts';
import type { TechnicianUpdate } from '#lib/import/road.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import type { CountChanges } from '#lib/storage/group-counts.ts';
import { fingerprint, toRecord } from '#lib/storage/people.ts';
import type { FormerPerson, SealedRecord } from '#lib/storage/records.ts';
import { newestSealed } from '#lib/storage/passwords/sealed-passwords.ts';

/** People whose former values are kept in one record. */
const CHUNK = 1000;

/** Notes in `counts` what moves, in the order of the people's ids so that neighbours' passwords are sealed together. */
export function takeUpdates(updates: Iterable<TechnicianUpdate>, counts: CountChanges): TechnicianUpdate[] {
  const taken = [...updates].sort((a, b) => a.before.id - b.before.id);
  for (const { before, after } of taken) counts.replace(before, after);
  return taken;
}

/** Runs of people with consecutive ids whose passwords are set. Each takes the place of whatever was sealed or derived before. */
export async function sealUpdates(
  updates: readonly TechnicianUpdate[],
  key: CryptoKey,
  facts: Pick<SealedRecord, 'sealedAt' | 'mustChange'>
): Promise<SealedRecord[]> {
  const runs: { first: PersonId; passwords: string[] }[] = [];
  for (const { before, password } of updates) {
    if (password === undefined) continue;
    const run = runs.at(-1);
    const goesOn = run && run.first + run.passwords.length === before.id && run.passwords.length < MAX_SEALED_TOGETHER;
    if (goesOn) run.passwords.push(password);
    else runs.push({ first: before.id, passwords: [password] });
  }
  const sealed: SealedRecord[] = [];
  for (const { first, passwords } of runs) sealed.push({ ...(await sealPasswords(key, first, passwords)), ...facts });
  return sealed;
}

/** Inside the commit's transaction. false: somebody is no longer there. */
export async function writeUpdates(
  importId: number,
  updates: readonly TechnicianUpdate[],
  db: MusterDatabase
): Promise<boolean> {
  for (let from = 0; from < updates.length; from += CHUNK) {
    const chunk = updates.slice(from, from + CHUNK);
    const ids = chunk.map(idOf);
    const newPasswords = chunk.filter(({ password }) => password !== undefined).map(idOf);
    const records = await recordsOf(ids, db.people, ({ id }) => id);
    const credentials = await recordsOf(newPasswords, db.credentials, ({ personId }) => personId);
    const newest = await newestSealed(newPasswords[0] ?? 0, newPasswords.at(-1) ?? 0, db);
    const sealed = new Set<SealedRecord>();
    const people: FormerPerson[] = [];
    const after = [];
    for (const update of chunk) {
      const before = records.get(update.before.id);
      if (before === undefined) return false;
      const record = toRecord(update.after, before);
      const former = credentials.get(before.id);
      const setsPassword = update.password !== undefined;
      const waiting = setsPassword && !former && newest.get(before.id);
      if (waiting) sealed.add(waiting);
      after.push(record);
      people.push({
        before,
        after: fingerprint(record),
        setsPassword,
        ...(setsPassword && former && { credentials: former })
      });
    }
    await db.people.bulkPut(after);
    await db.credentials.bulkDelete(newPasswords);
    await db.importFormer.add({
      importId,
      chunk: from / CHUNK,
      people,
      ...(sealed.size > 0 && { sealed: [...sealed] })
    });
  }
  return true;
}

/** `ids` rise. Where few are missing between them all are read together: to ask for each takes five times as long. */
async function recordsOf<Stored>(
  ids: readonly PersonId[],
  table: Table<Stored, PersonId>,
  keyOf: (record: Stored) => PersonId
): Promise<ReadonlyMap<PersonId, Stored>> {
  const first = ids[0] ?? 0;
  const last = ids.at(-1) ?? 0;
  const records =
    last - first < 2 * ids.length
      ? await table.where(':id').between(first, last, true, true).toArray()
      : (await table.bulkGet([...ids])).filter((record) => record !== undefined);
  return new Map(records.map((record) => [keyOf(record), record]));
}

const idOf = ({ before }: TechnicianUpdate): PersonId => before.id;
