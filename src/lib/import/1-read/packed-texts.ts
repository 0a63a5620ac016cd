/** Engines refuse strings that are much longer; beyond it a chunk's texts stay apart. */
const LONGEST = 64 * 1024 * 1024;

/** Beyond Latin-1: engines keep a string that has one such character with two bytes for each. */
const WIDE = /[^\0-\u00ff]/;

/**
 * Some thousand texts as one long string and the places where each ends: two objects for the collector to look after,
 * not thousands, and no header for each. Where some are beyond Latin-1, those lie in a string of their own, so that one
 * Polish name does not double the bytes of every email.
 */
export class PackedTexts {
  readonly #narrow: string = '';
  readonly #narrowEnds: Uint32Array;
  readonly #wide: string = '';
  readonly #wideEnds: Uint32Array | undefined;
  readonly #apart: readonly string[] | undefined;

  constructor(texts: readonly string[]) {
    this.#narrowEnds = endsOf(texts);
    if ((this.#narrowEnds.at(-1) ?? 0) > LONGEST) this.#apart = texts;
    if (this.#apart) return;
    const wide = texts.map((text) => (WIDE.test(text) ? text : ''));
    this.#wide = wide.join('');
    if (this.#wide === '') {
      this.#narrow = texts.join('');
      return;
    }
    const narrow = texts.map((text, place) => (wide[place] === '' ? text : ''));
    this.#narrow = narrow.join('');
    this.#narrowEnds = endsOf(narrow);
    this.#wideEnds = endsOf(wide);
  }

  at(place: number): string {
    if (this.#apart) return this.#apart[place] ?? '';
    return cut(this.#wide, this.#wideEnds, place) || cut(this.#narrow, this.#narrowEnds, place);
  }
}

function endsOf(texts: readonly string[]): Uint32Array {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (let place = 0; place < texts.length; place++) ends[place] = end += texts[place]?.length ?? 0;
  return ends;
}

function cut(all: string, ends: Uint32Array | undefined, place: number): string {
  if (ends === undefined) return '';
  const start = place === 0 ? 0 : (ends[place - 1] ?? 0);
  return all.slice(start, ends[place]);
}
