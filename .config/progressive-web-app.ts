import type { SvelteKitPWAOptions } from '@vite-pwa/sveltekit';

export const progressiveWebApp: Partial<SvelteKitPWAOptions> = {
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    name: 'Muster',
    short_name: 'Muster',
    description: 'Organization tree and bulk import of users, offline.',
    start_url: './',
    scope: './',
    display: 'standalone',
    icons: []
  },
  workbox: {
    globPatterns: ['client/**/*.{js,css,ico,png,svg,webp,webmanifest,woff2}', 'prerendered/**/*.html'],
    navigateFallback: null,
    ignoreURLParametersMatching: [/./]
  },
  kit: { base: './', trailingSlash: 'always' }
};
