/** Runs one library over one file, in a worker as the product does, and tells how long each step took. */
globalThis.compare = async (/** @type {'sheetjs' | 'exceljs'} */ library, /** @type {string} */ address) => {
  const bytes = await (await fetch(address)).arrayBuffer();
  const worker = new Worker(new URL('./libraries.worker.js', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ library, bytes }, [bytes]);
    });
  } finally {
    worker.terminate();
  }
};
