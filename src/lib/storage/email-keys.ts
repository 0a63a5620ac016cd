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
