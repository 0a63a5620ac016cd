/**
 * Notes in the page's workers when passwords are sealed and when the transaction of an import runs: from outside nothing
 * tells where the one ends and the other begins.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<() => Promise<{ sealing: number, transaction: number }>>} ask after the import; milliseconds
 */
export async function watchWorkers(page) {
  const watched = page.workers();
  await Promise.all(watched.map((worker) => worker.evaluate(watch)));
  return async () => {
    const clocks = await Promise.all(
      watched
        .filter((worker) => page.workers().includes(worker))
        .map((worker) => worker.evaluate(() => Reflect.get(globalThis, 'benchClock')))
    );
    const clock = /** @type {Clock[]} */ (clocks).find(({ ended }) => ended > 0);
    if (!clock) throw new Error('no worker was seen to write an import');
    return { sealing: clock.sealed - clock.sealing, transaction: clock.ended - clock.begun };
  };
}

/** @typedef {{ sealing: number, sealed: number, begun: number, ended: number }} Clock */

/** Runs in the worker. */
function watch() {
  const clock = { sealing: 0, sealed: 0, begun: 0, ended: 0 };
  Object.assign(globalThis, { benchClock: clock });
  const { encrypt } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.encrypt = function (...words) {
    if (clock.begun > 0) return encrypt.apply(this, words);
    clock.sealing ||= performance.now();
    return encrypt.apply(this, words).finally(() => {
      if (clock.begun === 0) clock.sealed = performance.now();
    });
  };
  // Dexie keeps the database's own `transaction` from its opening on; this it asks for each time.
  const { objectStore } = IDBTransaction.prototype;
  IDBTransaction.prototype.objectStore = function (name) {
    if (clock.begun === 0 && this.mode === 'readwrite' && this.objectStoreNames.contains('importRows')) {
      clock.begun = performance.now();
      this.addEventListener('complete', () => (clock.ended = performance.now()));
    }
    return objectStore.call(this, name);
  };
}
