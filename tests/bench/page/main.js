import { importAsSpreadsheetImport } from './spreadsheet-import.js';

const worker = new Worker(new URL('./libraries.worker.js', import.meta.url), { type: 'module' });
/** @type {ArrayBuffer | string} */
let input = '';
/** @type {number[]} */
const blocked = [];
new PerformanceObserver((list) => blocked.push(...list.getEntries().map(({ duration }) => duration))).observe({
  type: 'longtask'
});

Object.assign(globalThis, {
  /** The chosen file into memory, before anything is measured. @param {'text' | 'bytes'} as */
  async load(as) {
    const [file] = document.querySelector('input')?.files ?? [];
    if (!file) throw new Error('no file was chosen');
    input = as === 'text' ? await file.text() : await file.arrayBuffer();
  },
  /** Runs one library's call in a worker, as the product does. @returns {Promise<{ took: number, rows?: number }>} milliseconds */
  callInWorker: (/** @type {string} */ call) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.fault ? reject(new Error(data.fault)) : resolve(data));
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ call, input }, input instanceof ArrayBuffer ? [input] : []);
      input = '';
    }),
  /** @returns {Promise<{ checked: number, longest: number }>} milliseconds */
  async onThePage() {
    // In a task of the page's own: what a debugger calls is no task to the observer.
    const checked = await new Promise((resolve) =>
      setTimeout(() => {
        const began = performance.now();
        importAsSpreadsheetImport(/** @type {ArrayBuffer} */ (input));
        resolve(performance.now() - began);
      })
    );
    // Long tasks are told after they end.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { checked, longest: Math.max(...blocked) };
  }
});
