/** The sealed passwords of an import: see [Note: why passwords are sealed]. */
import { makeSealingKey, type SealedPasswords, unsealPasswords } from '#lib/credentials/seal.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { database, type MusterDatabase } from '#lib/storage/database.ts';
import type { SealedRecord } from '#lib/storage/records.ts';
import { holds, sealedAmong } from './sealed-records.ts';

export { holds, sealedAmong, sealedRecordOf } from './sealed-records.ts';

/** The key of this database, made when it is first needed. Must not be called inside a transaction. */
export async function sealingKey(db = database): Promise<CryptoKey> {
  const known = await db.keys.get('sealing');
  if (known) return known.key;
  const made = await makeSealingKey();
  // Another tab may have been quicker.
  return await db.transaction('rw', db.keys, async () => {
    const meanwhile = await db.keys.get('sealing');
    if (meanwhile) return meanwhile.key;
    await db.keys.add({ name: 'sealing', key: made });
    return made;
  });
}

/** Of these people, those whose password a newer record holds. */
export async function sealedAgain(sealed: SealedRecord, db = database): Promise<(personId: PersonId) => boolean> {
  const { firstPersonId, count, sealedAt } = sealed;
  const others = await sealedAmong(firstPersonId, firstPersonId + count - 1, db);
  const newer = others.filter((record) => record.sealedAt > sealedAt);
  return (personId) => newer.some((record) => holds(record, personId));
}

/** The newest records of these people with ids from `first` to `last`, by person. */
export async function newestSealed(
  first: PersonId,
  last: PersonId,
  db: MusterDatabase
): Promise<ReadonlyMap<PersonId, SealedRecord>> {
  const newest = new Map<PersonId, SealedRecord>();
  const records = (await sealedAmong(first, last, db)).sort((a, b) => a.sealedAt - b.sealedAt);
  for (const record of records) {
    for (let id = record.firstPersonId; id < record.firstPersonId + record.count; id++) {
      if (holds(record, id)) newest.set(id, record);
    }
  }
  return newest;
}

/** This very record, by its nonce, and not another of the same people. */
export function isSameRecord(a: SealedRecord, b: SealedRecord): boolean {
  return indexedDB.cmp(a.nonce, b.nonce) === 0;
}

export function keyOf({ firstPersonId, count }: SealedPasswords): [number, number] {
  return [firstPersonId, count];
}

/** null: not sealed, or the record cannot be opened (then the person's password must be set anew). */
export async function unsealPasswordOf(
  personId: PersonId,
  sealed: SealedPasswords,
  db = database
): Promise<string | null> {
  const passwords = await unsealPasswords(await sealingKey(db), sealed);
  return passwords?.[personId - sealed.firstPersonId] ?? null;
}
