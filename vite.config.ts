import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './.config/find-browser.mjs';
import { firstScreen } from './.config/first-screen.ts';
import { progressiveWebApp } from './.config/progressive-web-app.ts';

const underTest = process.env['VITEST'] !== undefined;

/** SvelteKit asks for a watcher of the whole folder, also in a run that ends: such a run may wait on it in vain. */
const unwatched: Plugin = {
  name: 'unwatched',
  configResolved: ({ server }) => {
    if (process.argv.includes('run')) server.watch = null;
  }
};

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './src/i18n/project.inlang',
      outdir: './src/i18n/generated',
      strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
      emitReadme: false,
      cleanOutdir: false
    }),
    sveltekit(),
    ...(underTest ? [unwatched] : [firstScreen, SvelteKitPWA(progressiveWebApp)])
  ],
  // The package's entry wraps its ES5 build so that a page with both has one database; the ES module alone is smaller.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/samples/**/*.test.ts', 'tests/architecture.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000
        }
      },
      {
        extends: true,
        // Packages that are met in the middle of a run load the page anew under a test.
        optimizeDeps: { include: ['dexie/dist/modern/dexie.min.mjs', 'zod/mini', 'comlink', 'xlsx'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ]
  }
});
