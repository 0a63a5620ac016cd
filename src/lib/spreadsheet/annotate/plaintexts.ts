import { compacted } from './compacted.ts';

/** Shorter ones would be found in half of all cells by chance ("1", "no"), and no password policy lets them in. */
const SHORTEST_REPEATED = 4;
/** Longer texts are compared as a whole only. */
const LONGEST_SEARCHED = 2_000;

/** So many are made compact together. */
const PAGE = 1024;

/** The passwords of a masked column, to find where else a workbook repeats them. Lives as long as the masking runs. */
export class Plaintexts {
  readonly #texts = new Set<string>();
  readonly #lengths = new Set<number>();
  /** Pieces of a part's text, which they would keep alive. */
  #cut: string[] = [];

  add(text: string): void {
    if (text.length < SHORTEST_REPEATED) return;
    this.#lengths.add(text.length);
    if (this.#cut.push(text) >= PAGE) this.#compact();
  }

  equals(text: string): boolean {
    this.#compact();
    return this.#texts.has(text);
  }

  /** Whether the text is or contains one of them: linear in the text for each length that passwords here have. */
  shownIn(text: string): boolean {
    if (this.equals(text)) return true;
    if (text.length > LONGEST_SEARCHED) return false;
    for (const length of this.#lengths) {
      for (let at = 0; at + length <= text.length; at++) if (this.#texts.has(text.slice(at, at + length))) return true;
    }
    return false;
  }

  #compact(): void {
    if (this.#cut.length === 0) return;
    for (const text of compacted(this.#cut)) this.#texts.add(text);
    this.#cut = [];
  }
}
