/**
 * [Note: writing past Dexie] Dexie notes the key and every index key of each record it adds, so that live queries know
 * what changed. For an import's tens of thousands of new records that costs as much again as the writing itself
 * (docs/performance.md), and no page watches people who are not there yet. So these records go to the browser's own
 * transaction, the same one, and the live queries that could show them also read a record which Dexie writes in that
 * transaction: a group's counts, or the import's own record.
 */
import type { CommitWatch } from '#lib/import/5-commit/org-store.ts';

/** After each so many records the signal is looked at and progress is told. */
const BATCH = 2_000;

export interface AddedRecords {
  readonly store: string;
  readonly records: readonly object[];
  /** Whether these are what progress counts. */
  readonly watched?: boolean;
}

/** Adds all records; rejects with the transaction's error, or with the signal's reason after undoing the transaction. */
export async function addPastDexie(
  transaction: IDBTransaction,
  added: readonly AddedRecords[],
  { signal, onProgress }: CommitWatch
) {
  for (const { store, records, watched } of added) {
    const objects = transaction.objectStore(store);
    for (let from = 0; from < records.length; from += BATCH) {
      signal?.throwIfAborted();
      const batch = records.slice(from, from + BATCH);
      await addBatch(transaction, objects, batch);
      if (watched) onProgress?.(from + batch.length);
    }
  }
  signal?.throwIfAborted();
}

function addBatch(transaction: IDBTransaction, objects: IDBObjectStore, batch: readonly object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Dexie aborts on the first error, and an aborted transaction no longer says which one it was.
    let failure: DOMException | null = null;
    const note = ({ target }: Event): void => {
      if (target instanceof IDBRequest) failure ??= target.error;
    };
    const fail = (): void =>
      reject(failure ?? transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
    transaction.addEventListener('error', note);
    transaction.addEventListener('abort', fail);
    let last: IDBRequest | undefined;
    for (const record of batch) last = objects.add(record);
    if (!last) return resolve();
    last.onsuccess = () => {
      transaction.removeEventListener('error', note);
      transaction.removeEventListener('abort', fail);
      resolve();
    };
  });
}
