import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './src/i18n/project.inlang',
      outdir: './src/i18n/generated',
      strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
      emitReadme: false
    }),
    sveltekit(),
    SvelteKitPWA({
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
    })
  ],
  worker: { format: 'es' }
});
