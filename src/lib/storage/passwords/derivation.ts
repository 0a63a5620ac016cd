/** Turning sealed passwords into derived ones, record by record: see [Note: why passwords are sealed]. */
import { derivePassword } from '#lib/credentials/derive.ts';
import { unsealPasswords } from '#lib/credentials/seal.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { database, type MusterDatabase } from '#lib/storage/database.ts';
import type { CredentialsRecord, SealedRecord } from '#lib/storage/records.ts';
import { holds, isSameRecord, keyOf, sealedAgain, sealingKey } from './sealed-passwords.ts';

/**
 * Derives the passwords of one sealed record, `parallel` at a time, each when it `mayGoOn`, and in one transaction writes
 * them and deletes the record. false: none was left. Interrupted at any point it leaves the record as it was, for the
 * next time.
 */
export async function deriveNextSealed(
  parallel: number,
  db: MusterDatabase = database,
  mayGoOn: () => Promise<void> = () => Promise.resolve()
): Promise<boolean> {
  const sealed = await db.sealedPasswords.toCollection().first();
  if (!sealed) return false;
  const passwords = await unsealPasswords(await sealingKey(db), sealed);
  if (!passwords) {
    await giveUp(sealed, db);
    return true;
  }
  const waiting = await peopleWaiting(sealed, db);
  const derive = async (personId: PersonId) => {
    await mayGoOn();
    return { personId, ...(await derivePassword(passwords[personId - sealed.firstPersonId] ?? '')) };
  };
  const derived = await deriveAll(waiting, derive, parallel);
  const { mustChange, sealedAt } = sealed;
  await db.transaction('rw', [db.sealedPasswords, db.people, db.deletedPeople, db.credentials], async () => {
    // An import that was undone meanwhile took its sealed records along, another put a newer one in the place.
    if (!(await isStillThere(sealed, db))) return;
    const still = new Set(await peopleWaiting(sealed, db));
    const records = derived.filter(({ personId }) => still.has(personId));
    await db.credentials.bulkAdd(
      records.map((record): CredentialsRecord => ({ ...record, changedAt: sealedAt, mustChange }))
    );
    await db.sealedPasswords.delete(keyOf(sealed));
  });
  return true;
}

/** Those of a sealed record who are still there, or could be brought back, and were given no newer password. */
async function peopleWaiting(sealed: SealedRecord, db: MusterDatabase): Promise<PersonId[]> {
  const { firstPersonId, count } = sealed;
  const ids = Array.from({ length: count }, (_, at) => firstPersonId + at);
  const [people, deleted, credentials] = await Promise.all([
    db.people.bulkGet(ids),
    db.deletedPeople.bulkGet(ids),
    db.credentials.bulkGet(ids)
  ]);
  const isSealedAgain = await sealedAgain(sealed, db);
  return ids.filter(
    (id, at) => (people[at] ?? deleted[at]) && !credentials[at] && holds(sealed, id) && !isSealedAgain(id)
  );
}

async function deriveAll<Derived>(
  personIds: readonly PersonId[],
  derive: (personId: PersonId) => Promise<Derived>,
  parallel: number
): Promise<Derived[]> {
  const derived: Derived[] = [];
  const queue = personIds.values();
  const lane = async (): Promise<void> => {
    for (const personId of queue) derived.push(await derive(personId));
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return derived;
}

// What cannot be opened never will be: it must not keep the others waiting. These people need a new password.
async function giveUp(sealed: SealedRecord, db: MusterDatabase): Promise<void> {
  const { firstPersonId, count } = sealed;
  await db.transaction('rw', [db.sealedPasswords, db.audit], async () => {
    if (!(await isStillThere(sealed, db))) return;
    await db.sealedPasswords.delete(keyOf(sealed));
    const details = { firstPersonId, count };
    await db.audit.add({ at: Date.now(), actorId: 0, actorName: '', what: 'sealed-passwords-unreadable', details });
  });
}

async function isStillThere(sealed: SealedRecord, db: MusterDatabase): Promise<boolean> {
  const present = await db.sealedPasswords.get(keyOf(sealed));
  return present !== undefined && isSameRecord(present, sealed);
}
