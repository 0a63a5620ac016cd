import type { TextPack } from './text-pack.ts';

/** How many shared strings are packed together. */
export const PAGE = 1024;
const PAGE_BITS = 10;
const IN_PAGE = PAGE - 1;

/** The shared strings read so far: what cells are looked up in, and all that a table keeps of them. */
export class SharedTexts {
  /** Each of PAGE texts, but the last. */
  readonly pages: TextPack[] = [];

  /** '' for one that is not there. */
  at(index: number): string {
    return this.pages[index >>> PAGE_BITS]?.at(index & IN_PAGE) ?? '';
  }

  /** In UTF-16 units. */
  lengthOf(index: number): number {
    return this.pages[index >>> PAGE_BITS]?.lengthOf(index & IN_PAGE) ?? 0;
  }
}
