import { defineConfig } from '@playwright/test';
import { launchOptions } from './find-browser.mjs';

/** The end-to-end tests walk the production build; tests/e2e/fixtures.ts serves it from a port of its own. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A loaded machine may starve a page once; what fails twice is broken. Playwright names the first failure as flaky.
  retries: process.env['CI'] ? 1 : 0,
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
