/** Finding sealed passwords, without what opens them: the first screen asks how old a password is. */
import { MAX_SEALED_TOGETHER } from '#lib/credentials/sealed-together.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { database, type MusterDatabase } from '#lib/storage/database.ts';
import type { SealedRecord } from '#lib/storage/records.ts';

/** The newest that holds this person's password: an import that updates people seals some of them again. */
export async function sealedRecordOf(personId: PersonId, db = database): Promise<SealedRecord | null> {
  const [newest] = (await sealedAmong(personId, personId, db))
    .filter((record) => holds(record, personId))
    .sort((a, b) => b.sealedAt - a.sealedAt);
  return newest ?? null;
}

/** Records that may hold the passwords of people with these ids. */
export function sealedAmong(first: PersonId, last: PersonId, db: MusterDatabase): Promise<SealedRecord[]> {
  return db.sealedPasswords
    .where(':id')
    .between([first - MAX_SEALED_TOGETHER + 1, 0], [last, Infinity], true, true)
    .toArray();
}

/** Whether the record holds this person's password. */
export function holds({ firstPersonId, count, without }: SealedRecord, personId: PersonId): boolean {
  return firstPersonId <= personId && personId < firstPersonId + count && !without?.includes(personId);
}
