import { defineConfig } from '@playwright/test';
import { launchOptions } from './find-browser.mjs';

/** The end-to-end tests walk the production build; tests/e2e/fixtures.ts serves it from a port of its own. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: launchOptions()
  }
});
