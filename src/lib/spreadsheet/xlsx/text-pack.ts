/** Texts that stand for themselves begin here; below it, as places in one of the two long ones. */
export const APART = 0x4000_0000;

/**
 * Some thousand texts as one long string and the place and length of each: a few objects for the collector to look
 * after, not thousands, and no header for each. Those with characters beyond Latin-1 lie in a string of their own, for
 * engines keep a string that has one such character with two bytes for each: one Polish name would double every email.
 */
export class TextPack {
  readonly #narrow: string;
  readonly #wide: string;
  readonly #apart: readonly string[];
  /**
   * Two for each text. Where it begins: in the narrow string; below zero in the wide one, as ~place; or, from APART on,
   * which of those that stand apart it is. Then its length in UTF-16 units.
   */
  readonly #spans: Int32Array;

  constructor(narrow: string, wide: string, apart: readonly string[], spans: Int32Array) {
    this.#narrow = narrow;
    this.#wide = wide;
    this.#apart = apart;
    this.#spans = spans;
  }

  /** '' beyond the last one. */
  at(place: number): string {
    const start = this.#spans[2 * place] ?? 0;
    const length = this.#spans[2 * place + 1] ?? 0;
    if (start < 0) return this.#wide.slice(~start, ~start + length);
    if (start >= APART) return this.#apart[start - APART] ?? '';
    return this.#narrow.slice(start, start + length);
  }

  /** In UTF-16 units. */
  lengthOf(place: number): number {
    return this.#spans[2 * place + 1] ?? 0;
  }
}
