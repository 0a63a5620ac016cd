import { join } from 'node:path';
import { build } from 'vite';
import { root } from './install.mjs';

/**
 * Puts the fuzzing thread and its watchdog into a folder as plain JavaScript: a thread cannot be given TypeScript.
 * @param {string} folder
 */
export async function bundleFuzz(folder) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { input: ['watched-fuzz.ts', 'fuzz-worker.ts'].map((file) => join(root, 'tests/fuzz', file)) }
    },
    ssr: { noExternal: true }
  });
}
