import { fileURLToPath } from 'node:url';
import { build as bundle } from 'vite';
import { serve } from '../../.config/static-server.mjs';
import { madeUpFile } from './files/made-up-files.mjs';
import { inBrowser, temporaryFolder, withCopy } from './measure/fresh-browser.mjs';
import { prepareProfile } from './measure/profiles.mjs';

const GROUPS = 10_000;

/** @template T @param {() => Promise<T>} make @returns {() => Promise<T>} made when first asked for */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => (made ??= make());
}

/**
 * Serves the product and the page with the libraries, and has what the measurements need.
 * @param {{ build: string, cache: string, rows: number }} what folders, and the rows of an ordinary file
 * @returns {Promise<import('./measurements.mjs').Bench & { browserName: () => Promise<string>, close: () => Promise<void> }>}
 */
export async function openBench({ build, cache, rows }) {
  const libraries = temporaryFolder();
  await bundle({
    configFile: false,
    root: fileURLToPath(new URL('page', import.meta.url)),
    base: './',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: libraries, emptyOutDir: true, chunkSizeWarningLimit: 4000 }
  });
  const product = await serve(build);
  const others = await serve(libraries);
  return {
    product: product.address,
    others: others.address,
    rows,
    file: (format, count) => madeUpFile(cache, format, count),
    emptyProfile: once(() => prepareProfile(product.address)),
    fullProfile: once(() => prepareProfile(product.address, { groups: Math.min(GROUPS, rows), people: rows })),
    browserName: () =>
      withCopy(null, (profile) =>
        inBrowser(profile, ({ browser }) => Promise.resolve(`Chromium ${browser.version()}`))
      ),
    async close() {
      await product.close();
      await others.close();
    }
  };
}
