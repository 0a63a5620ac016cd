import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter(),
    // Every address is a small page of its own with relative links, so that the build runs
    // from any folder of any static host: docs/decisions/0002-a-page-for-each-address.md
    paths: { relative: true },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'worker-src': ['self'],
        'style-src': ['self'],
        // Places of rows and of menus are computed: they are style attributes, which cannot bring rules of their own.
        'style-src-attr': ['unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'form-action': ['none'],
        'base-uri': ['none'],
        // Text becomes HTML or script through no gate but Svelte's templates and src/lib/ui/pwa/trusted-scripts.ts.
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'default']
      }
    }
  }
};
