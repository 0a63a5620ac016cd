declare global {
  namespace App {}
}
// In ARIA 1.3 and every browser, not yet in Svelte's types.
declare module 'svelte/elements' {
  interface AriaAttributes {
    'aria-description'?: string | undefined;
  }
}
export {};
