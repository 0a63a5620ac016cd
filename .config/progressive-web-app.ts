import type { SvelteKitPWAOptions } from '@vite-pwa/sveltekit';

/**
 * The whole app is kept on the device, every worker and lazily loaded parser included. All addresses are relative,
 * so that one build serves any folder of any static host.
 */
export const progressiveWebApp: Partial<SvelteKitPWAOptions> = {
  // [Note: a new version waits] It takes over only when the person agrees: src/lib/ui/pwa.
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    // No `id`: it would be the same for every copy on one host; the start address tells them apart.
    name: 'Muster',
    short_name: 'Muster',
    description: 'Organization tree and bulk import of users, offline.',
    lang: 'en',
    start_url: './',
    scope: './',
    display: 'standalone',
    display_override: ['window-controls-overlay', 'standalone'],
    theme_color: '#f7f7f5',
    background_color: '#f7f7f5',
    // The file manager's "open with": src/lib/ui/open asks for the kind and the group.
    file_handlers: [
      {
        action: './open/',
        accept: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
          'application/vnd.ms-excel.sheet.macroEnabled.12': ['.xlsm'],
          'application/vnd.ms-excel': ['.xls'],
          'application/vnd.ms-excel.sheet.binary.macroEnabled.12': ['.xlsb'],
          'application/vnd.oasis.opendocument.spreadsheet': ['.ods'],
          'text/csv': ['.csv'],
          'text/tab-separated-values': ['.tsv'],
          'application/json': ['.json']
        }
      }
    ],
    // Each file in a window of its own: no preview at work is lost. No share_target: docs/decisions/0008-no-share-target.md
    launch_handler: { client_mode: 'navigate-new' },
    categories: ['business', 'productivity', 'utilities'],
    icons: [
      { src: 'icons/muster.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: 'icons/muster-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: 'icons/muster-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'icons/muster-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
    ]
  },
  workbox: {
    globPatterns: ['client/**/*.{js,css,png,svg,webmanifest}', 'prerendered/**/*.html'],
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
    cleanupOutdatedCaches: true,
    // The first visit's page is served from the cache at once: what it loads later must come without a network too.
    clientsClaim: true,
    // Every address is a page of its own, and what follows `?` is read by the page.
    navigateFallback: null,
    ignoreURLParametersMatching: [/./],
    runtimeCaching: [
      {
        // An address that is no page of the app, nor anything else that the host has: the app says so, with a way back.
        urlPattern: ({ request, url, sameOrigin }) =>
          sameOrigin && request.mode === 'navigate' && /\/$|\.[^/]*$/.test(url.pathname),
        handler: async ({ request }) => {
          const answer = await fetch(request).catch(() => null);
          if (answer?.ok || answer?.type === 'opaqueredirect') return answer;
          const { scope } = (self as unknown as { registration: { scope: string } }).registration;
          return Response.redirect(`${scope}not-found/`, 302);
        }
      },
      {
        // Hosts send a folder without its last slash on to the one with it; without a network this has to.
        urlPattern: ({ request, url, sameOrigin }) =>
          sameOrigin && request.mode === 'navigate' && /\/[^/.]+$/.test(url.pathname),
        handler: ({ url }) => Promise.resolve(Response.redirect(`${url.pathname}/${url.search}`, 302))
      }
    ]
  },
  // Without `base` the first page would be cached as `/`, which is another page under a sub-path.
  kit: { base: './', trailingSlash: 'always' }
};
