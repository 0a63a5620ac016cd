import { untrack } from 'svelte';
import type { PersonId } from '#lib/domain/person.ts';
import { createSearchClient, type SearchResult } from '#lib/worker/search-worker-client.ts';

/** The text that is searched for and what the search's thread found. One question at a time: the latest is asked next. */
export class TreeSearch {
  text = $state('');
  /** Of the latest text that was answered; null while nothing is searched for. */
  result = $state.raw<SearchResult | null>(null);
  failed = $state(false);

  readonly #client = createSearchClient();
  readonly #actorId: () => PersonId | null;
  #asking = false;
  #again = false;

  constructor(actorId: () => PersonId | null) {
    this.#actorId = actorId;
    $effect(() => {
      const { text } = this;
      untrack(() => (text.trim() === '' ? this.#forget() : this.#ask()));
    });
    $effect(() => {
      const stop = this.#client.onChange(() => this.text.trim() !== '' && this.#ask());
      return () => {
        stop();
        this.#client.close();
      };
    });
  }

  get total(): number {
    return this.result ? this.result.groupTotal + this.result.peopleTotal : 0;
  }

  /** Not all that match are shown. */
  get isCut(): boolean {
    const { result } = this;
    return result !== null && this.total > result.groups.length + result.people.length;
  }

  /** The tree does not show yet what is searched for. */
  get isBehind(): boolean {
    return this.text.trim() !== '' && !this.failed && this.result?.text !== this.text;
  }

  /** Begins to index before the first key. */
  warmUp(): void {
    this.#client.warmUp();
  }

  clear(): void {
    this.text = '';
  }

  #forget(): void {
    this.result = null;
    this.failed = false;
  }

  #isAskedAgain(): boolean {
    return this.#again;
  }

  #ask(): void {
    if (this.#asking) this.#again = true;
    else void this.#answer();
  }

  async #answer(): Promise<void> {
    const actorId = this.#actorId();
    if (actorId === null) return;
    this.#asking = true;
    do {
      this.#again = false;
      const asked = this.text;
      if (asked.trim() === '') break;
      try {
        const result = await this.#client.search(actorId, asked);
        // Cleared meanwhile: what comes late must not filter the tree again.
        if (this.text.trim() !== '') this.result = result;
        this.failed = false;
      } catch {
        this.failed = this.text.trim() !== '';
      }
    } while (this.#isAskedAgain());
    this.#asking = false;
  }
}
