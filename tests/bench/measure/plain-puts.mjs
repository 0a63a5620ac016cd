/** What the transaction of an import writes to. */
const STORES = ['people', 'importRows', 'sealedPasswords', 'imports', 'importSources', 'groupCounts', 'audit'];

/**
 * The records of a committed import once more: plain puts, one relaxed transaction, in a worker of a page without the
 * product, into a database with the same stores and indexes.
 * @param {import('./fresh-browser.mjs').Fresh} fresh over the profile that has the import
 * @param {string} address of the product
 * @returns {Promise<{ puts: number, records: number }>} milliseconds, and how many were put
 */
export async function plainPuts({ page }, address) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // The service worker would answer with the product itself, which would go on deriving passwords.
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
  await page.route('**/plain-puts', (route) => route.fulfill({ contentType: 'text/html', headers, body: '' }));
  await page.goto(`${address}plain-puts`);
  return page.evaluate(inWorker, { source: `(${putAgain})(${JSON.stringify(STORES)})` });
}

/** Runs in the page. @param {{ source: string }} work */
function inWorker({ source }) {
  const text = `${source}.then((times) => postMessage(times), (fault) => postMessage({ fault: String(fault) }))`;
  const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.fault ? reject(new Error(data.fault)) : resolve(data));
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}

/** Runs in the worker. @param {string[]} names */
async function putAgain(names) {
  const answer = (/** @type {IDBRequest} */ request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
  /** @type {IDBDatabase} */
  const from = await answer(indexedDB.open('muster'));
  const reading = from.transaction(names);
  const contents = await Promise.all(
    names.map(async (name) => {
      const store = reading.objectStore(name);
      const { keyPath, autoIncrement } = store;
      // Read now: a transaction that has ended tells nothing more.
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath: path, unique, multiEntry } = store.index(index);
        return { index, path, unique, multiEntry };
      });
      const [records, keys] = await Promise.all([answer(store.getAll()), answer(store.getAllKeys())]);
      return { name, keyPath, autoIncrement, indexes, records, keys };
    })
  );

  const opening = indexedDB.open('plain');
  opening.onupgradeneeded = () => {
    for (const { name, keyPath, autoIncrement, indexes } of contents) {
      const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
      for (const { index, path, unique, multiEntry } of indexes) store.createIndex(index, path, { unique, multiEntry });
    }
  };
  /** @type {IDBDatabase} */
  const to = await answer(opening);

  const began = performance.now();
  const writing = to.transaction(names, 'readwrite', { durability: 'relaxed' });
  let count = 0;
  for (const { name, keyPath, records, keys } of contents) {
    const store = writing.objectStore(name);
    records.forEach((/** @type {unknown} */ record, /** @type {number} */ at) =>
      keyPath === null ? store.put(record, keys[at]) : store.put(record)
    );
    count += records.length;
  }
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onabort = () => reject(writing.error ?? new Error('not written'));
  });
  return { puts: performance.now() - began, records: count };
}
