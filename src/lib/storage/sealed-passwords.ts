/** The sealed passwords of an import: see [Note: why passwords are sealed]. */
import { makeSealingKey, type SealedPasswords, unsealPasswords } from '#lib/credentials/seal.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { database } from './database.ts';
import type { SealedRecord } from './records.ts';

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

export async function sealedRecordOf(personId: PersonId, db = database): Promise<SealedRecord | null> {
  const record = await db.sealedPasswords.where(':id').belowOrEqual([personId, Infinity]).last();
  return record && personId < record.firstPersonId + record.count ? record : null;
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
