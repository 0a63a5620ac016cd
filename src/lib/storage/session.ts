/**
 * Who is signed in. Sessions are records, so that every tab notices a sign-out: one for this device ("Stay signed in on
 * this device"), else one for each tab under a random name that only the tab's sessionStorage knows.
 */
import type { PersonId } from '#lib/domain/person.ts';
import { database } from './database.ts';
import { sessionRecord } from './records.ts';

const DEVICE = 'device';
const TAB_KEY = 'muster-tab';
/** A tab that is gone cannot say so: its session is swept away after this many milliseconds. */
const TAB_SESSION_LIFE = 7 * 24 * 60 * 60 * 1000;

/** null: nobody, or someone who is gone or disabled. */
export async function sessionPerson(db = database): Promise<PersonId | null> {
  const stored = (await db.sessions.bulkGet([tabName(), DEVICE])).find((session) => session !== undefined);
  if (stored === undefined) return null;
  const { personId } = sessionRecord.parse(stored);
  const person = await db.people.get(personId);
  return person && !person.disabled ? personId : null;
}

/** Takes the place of whatever session this tab or this device had. */
export async function beginSession(personId: PersonId, staySignedIn: boolean, db = database): Promise<void> {
  const now = Date.now();
  await db.transaction('rw', db.sessions, async () => {
    await db.sessions.filter(({ holder, since }) => holder !== DEVICE && since < now - TAB_SESSION_LIFE).delete();
    await db.sessions.bulkDelete([tabName(), DEVICE]);
    await db.sessions.put({ holder: staySignedIn ? DEVICE : tabName(), personId, since: now });
  });
}

export async function endSession(db = database): Promise<void> {
  await db.sessions.bulkDelete([tabName(), DEVICE]);
}

function tabName(): string {
  const known = sessionStorage.getItem(TAB_KEY);
  if (known) return known;
  const name = crypto.randomUUID();
  sessionStorage.setItem(TAB_KEY, name);
  return name;
}
