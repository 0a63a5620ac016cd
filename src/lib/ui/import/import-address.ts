import { addresses } from '#lib/ui/shell/addresses.ts';

/** Where one import's rows and outcomes are shown. */
export function importAddress(importId: number): string {
  return `${addresses.imports()}?import=${importId}`;
}
