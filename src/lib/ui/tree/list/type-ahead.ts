import { characterCount } from '#lib/domain/person.ts';

/** Milliseconds between two keys of one word. */
const PAUSE = 700;

/** What the person types to get to a row: keys that follow quickly make one word. */
export class TypeAheadWord {
  #typed = '';
  #at = -Infinity;

  /** The word so far; null for a key that is no letter (a space only counts inside a word, '*' opens rows). */
  add(key: string, now: number): string | null {
    // Whoever goes elsewhere by another key begins a new word there.
    if (key !== 'Shift' && characterCount(key) !== 1) this.#typed = '';
    const going = now - this.#at <= PAUSE && this.#typed !== '';
    if (characterCount(key) !== 1 || (key === ' ' && !going) || (key === '*' && !going)) return null;
    this.#typed = going ? this.#typed + key : key;
    this.#at = now;
    return this.#typed;
  }
}
