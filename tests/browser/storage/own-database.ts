import { afterAll, beforeAll } from 'vitest';
import { database } from '#lib/storage/database.ts';

/**
 * For files that test what opens the origin's own database: files run side by side in one browser, so each waits until it
 * has that database for itself, and finds it empty.
 */
export function haveTheDatabaseAlone(): void {
  let release: () => void = () => undefined;
  beforeAll(async () => {
    await new Promise<void>((granted) => {
      void navigator.locks.request('the-one-database', () => {
        granted();
        return new Promise<void>((done) => (release = done));
      });
    });
    await database.delete();
    await database.open();
  }, 180_000);
  afterAll(async () => {
    await database.delete();
    release();
  });
}
