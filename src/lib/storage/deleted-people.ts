import { database } from './database.ts';

/** A delete can be taken back as long as somebody may have its page open. Milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;

/** Forgets people deleted more than a day before `now`, with their passwords. */
export async function forgetDeletedPeople(now = Date.now(), db = database): Promise<void> {
  await db.transaction('rw', [db.deletedPeople, db.people, db.credentials], async () => {
    const old = db.deletedPeople.where('deletedAt').below(now - KEPT);
    const ids = await old.primaryKeys();
    if (ids.length === 0) return;
    const present = new Set(await db.people.where('id').anyOf(ids).primaryKeys());
    await db.credentials.bulkDelete(ids.filter((id) => !present.has(id)));
    await db.deletedPeople.bulkDelete(ids);
  });
}
