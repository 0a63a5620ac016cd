/** What the browser gives this app on this device. */
import { database, type DatabaseState } from './database.ts';

export type { DatabaseState };

export interface StorageUse {
  readonly usedBytes: number;
  readonly allowedBytes: number;
  /** The browser will not clear it by itself. */
  readonly persistent: boolean;
}

/** null where the browser does not say. */
export async function storageUse(): Promise<StorageUse | null> {
  if (!('storage' in navigator)) return null;
  const [{ usage = 0, quota = 0 }, persistent] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted()
  ]);
  return { usedBytes: usage, allowedBytes: quota, persistent };
}

/** Asks that the browser never clears the data by itself; whether it agreed. */
export async function askForPersistence(): Promise<boolean> {
  if (!('storage' in navigator)) return false;
  return (await navigator.storage.persisted()) || (await navigator.storage.persist());
}

/** Opens the database if need be and says how that went. */
export function databaseState(): Promise<DatabaseState> {
  return database.openState();
}

/** Calls back at once and whenever the state changes; returns how to stop. */
export function watchDatabaseState(watcher: (state: DatabaseState) => void): () => void {
  return database.watchState(watcher);
}
