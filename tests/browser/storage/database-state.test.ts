import { expect, test } from 'vitest';
import { MusterDatabase } from '#lib/storage/database.ts';
import { SCHEMA_VERSION } from '#lib/storage/migrations.ts';
import { setUp } from './organization.ts';

/** What a later Muster would do: open the same database under a greater version. */
function upgrade(name: string, onBlocked: () => void = () => undefined): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, (SCHEMA_VERSION + 1) * 10);
    request.onblocked = onBlocked;
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

test('a database that a newer Muster made is told as a state, and nothing is read from it or written to it', async () => {
  const db = await setUp();
  db.close();
  (await upgrade(db.name)).close();
  const older = new MusterDatabase(db.name);
  expect(await older.openState()).toBe('newer');
  await expect(
    older.groups.add({ id: 1, parentId: null, name: 'G', description: '', enabled: true })
  ).rejects.toThrow();
  expect(older.state).toBe('newer');
});

test('an open page lets another tab upgrade, and says that it was superseded', async () => {
  const db = await setUp();
  const states: string[] = [];
  db.watchState((state) => states.push(state));
  let blocked = false;
  const upgraded = await upgrade(db.name, () => (blocked = true));
  upgraded.close();
  expect(blocked).toBe(false);
  expect(states).toEqual(['ready', 'superseded']);
  expect(await db.openState()).toBe('newer');
});

test('an ordinary database is ready', async () => {
  expect(await new MusterDatabase(`muster-test-state-${Date.now()}`).openState()).toBe('ready');
});
