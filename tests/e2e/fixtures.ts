import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { serve } from '../../.config/static-server.mjs';

export { expect } from '@playwright/test';

export const build = process.env['MUSTER_BUILD'] ?? fileURLToPath(new URL('../../build', import.meta.url));

interface Options {
  /** '' or the folder of the host under which the app is served. */
  folder: string;
}

/** Every test gets a browser profile of its own; an error in the console fails it, whatever else it looks at. */
export const test = base.extend<{ quietConsole: undefined; appURL: string }, Options & { host: { address: string } }>({
  folder: ['', { scope: 'worker', option: true }],
  host: [
    async ({ folder }, use) => {
      const host = await serve(build, { base: folder });
      await use(host);
      await host.close();
    },
    { scope: 'worker' }
  ],
  baseURL: ({ host }, use) => use(host.address),
  appURL: ({ host }, use) => use(host.address),
  quietConsole: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const watch = (page: Page) => {
        page.on('console', (message) => {
          if (message.type() === 'error' && !isOfTheNetwork(message.text())) complaints.push(message.text());
        });
        page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
      };
      context.pages().forEach(watch);
      context.on('page', watch);
      await use(undefined);
      base.expect(complaints, 'errors in the console').toEqual([]);
    },
    { auto: true }
  ]
});

/** The browser itself notes each request that fails while a test has taken the network away. */
const isOfTheNetwork = (text: string) => text.includes('net::ERR_INTERNET_DISCONNECTED');
