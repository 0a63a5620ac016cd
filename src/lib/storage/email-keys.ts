import type { MusterDatabase } from './database.ts';

/** The email keys of everyone in the organization. */
export async function readEmailKeys(db: MusterDatabase): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (const key of await db.people.orderBy('emailKey').keys()) if (typeof key === 'string') keys.add(key);
  return keys;
}
