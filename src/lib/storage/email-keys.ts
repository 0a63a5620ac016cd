import type { PersonId } from '#lib/domain/person.ts';

/**
 * The email keys of everyone, from the index alone. The browser's own cursor, because Dexie's costs half as much again
 * for 100,000 keys; inside the caller's transaction, so that they belong to the same moment as the rest.
 */
export function readEmailKeys(transaction: IDBTransaction): Promise<ReadonlySet<string>> {
  return new Promise((resolve, reject) => {
    const keys = new Set<string>();
    const request = transaction.objectStore('people').index('emailKey').openKeyCursor();
    request.onerror = () => reject(request.error ?? new DOMException('The email keys cannot be read.', 'UnknownError'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(keys);
      if (typeof cursor.key === 'string') keys.add(cursor.key);
      cursor.continue();
    };
  });
}

/**
 * The ids of those who have these emails, in no order. One request for each, all at once: Dexie's `anyOf` walks a cursor
 * from one to the next, which takes several times as long for the thousands of a file.
 */
export function readIdsOf(emailKeys: readonly string[], transaction: IDBTransaction): Promise<readonly PersonId[]> {
  const index = transaction.objectStore('people').index('emailKey');
  const ids = emailKeys.map(
    (emailKey) =>
      new Promise<IDBValidKey | undefined>((resolve, reject) => {
        const request = index.getKey(emailKey);
        request.onerror = () => reject(request.error ?? new DOMException('A person cannot be read.', 'UnknownError'));
        request.onsuccess = () => resolve(request.result);
      })
  );
  return Promise.all(ids).then((found) => found.filter((id) => typeof id === 'number'));
}
