/** Repeated failures slow down, for an email that nobody has just the same; a reload does not help. */
import { database } from '#lib/storage/database.ts';

const FREE_FAILURES = 3;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** Failures are forgotten this many milliseconds after the last wait ended. */
const FORGOTTEN_AFTER = 24 * 60 * 60 * 1000;

/** Seconds until this email may be tried again; 0: now. */
export async function secondsToWait(emailKey: string, db = database): Promise<number> {
  const attempts = await db.signInAttempts.get(emailKey);
  return attempts ? Math.max(0, Math.ceil((attempts.waitUntil - Date.now()) / 1000)) : 0;
}

/** Counts one failure more and, after the free ones, says until when nothing is tried. */
export async function noteFailure(emailKey: string, db = database): Promise<void> {
  const now = Date.now();
  await db.transaction('rw', db.signInAttempts, async () => {
    await db.signInAttempts.filter(({ waitUntil }) => waitUntil < now - FORGOTTEN_AFTER).delete();
    const failures = ((await db.signInAttempts.get(emailKey))?.failures ?? 0) + 1;
    await db.signInAttempts.put({ emailKey, failures, waitUntil: now + delaySeconds(failures) * 1000 });
  });
}

export async function forgetFailures(emailKey: string, db = database): Promise<void> {
  await db.signInAttempts.delete(emailKey);
}

/** 0 for the first few, then 2, 4, 8 … seconds. */
export function delaySeconds(failures: number): number {
  return failures < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_SECONDS, 2 ** (failures - FREE_FAILURES + 1));
}
