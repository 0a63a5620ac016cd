import type { CommitRow } from '#lib/import/5-commit/org-store.ts';
import type { RowOutcome } from '#lib/import/road.ts';
import type { RowRange } from '#lib/ui/kit/scroll-window.ts';
import { type OutcomeFilter, passes } from './outcome-filters.ts';

/** Chunks kept at hand beside those that show; the others are read again when they are shown again. */
const KEPT = 6;

/** Where rows show: in the table's window, and at its cursor, which may be far from it. */
type ShownAt = 'window' | 'cursor';

/** Where the rows are kept: see `readImportRows` and `lookThroughOutcomes`. */
export interface KeptRows {
  readonly read: (chunk: number) => Promise<readonly CommitRow[] | null>;
  readonly lookThrough: (look: (outcomes: readonly RowOutcome[]) => void, signal: AbortSignal) => Promise<void>;
}

/** The rows of a finished import, read from the database as they are shown. */
export class CommittedRows {
  #chunks = $state.raw<ReadonlyMap<number, readonly CommitRow[]>>(new Map());
  /** Rows in every chunk but the last, as the first one has. */
  #size = $state(0);
  /**
   * Where the rows stand that the filter lets through, as far as they are found; null without a filter. One list grows,
   * and what holds it is new each time: a million places are not copied for every chunk.
   */
  #places = $state.raw<{ readonly found: readonly number[] } | null>(null);
  #looking = new AbortController();
  readonly #reading = new Set<number>();
  /** Those of which something shows: with a filter each row may be of another chunk. */
  readonly #showing = new Map<ShownAt, ReadonlySet<number>>();
  readonly #kept: KeptRows;

  constructor(kept: KeptRows) {
    this.#kept = kept;
  }

  /** Rows that pass are there as soon as they are found; resolves when all are. */
  async choose(filter: OutcomeFilter): Promise<void> {
    this.#looking.abort();
    const { signal } = (this.#looking = new AbortController());
    const found: number[] = [];
    this.#places = filter === null ? null : { found };
    if (filter === null) return;
    let first = 0;
    await this.#kept.lookThrough((outcomes) => {
      const before = found.length;
      for (const [at, outcome] of outcomes.entries()) if (passes(outcome, filter)) found.push(first + at);
      first += outcomes.length;
      if (found.length > before) this.#places = { found };
    }, signal);
  }

  /** undefined while it is being read or looked for. `index` counts the rows that the filter lets through. */
  row(index: number): CommitRow | undefined {
    const place = this.#placeOf(index);
    return place === undefined ? undefined : this.#at(place);
  }

  #placeOf(index: number): number | undefined {
    return this.#places === null ? index : this.#places.found[index];
  }

  #at(index: number): CommitRow | undefined {
    if (this.#size === 0) return undefined;
    return this.#chunks.get(Math.floor(index / this.#size))?.[index % this.#size];
  }

  /** Reads what is missing of these rows; asks for them again when more of them are found. */
  async show({ from, to }: RowRange, shownAt: ShownAt = 'window'): Promise<void> {
    const places = Array.from({ length: Math.max(1, to - from) }, (_, step) => this.#placeOf(from + step));
    if (this.#size === 0) await this.#fetch(0);
    if (this.#size === 0) return;
    const size = this.#size;
    const chunks = new Set(places.flatMap((place) => (place === undefined ? [] : [Math.floor(place / size)])));
    this.#showing.set(shownAt, chunks);
    for (const chunk of chunks) await this.#fetch(chunk);
  }

  async #fetch(chunk: number): Promise<void> {
    if (this.#chunks.has(chunk) || this.#reading.has(chunk)) return;
    this.#reading.add(chunk);
    try {
      const rows = await this.#kept.read(chunk);
      if (!rows) return;
      if (chunk === 0) this.#size = rows.length;
      const chunks = new Map(this.#chunks).set(chunk, rows);
      const showing = [...this.#showing.values()];
      for (const old of chunks.keys()) {
        if (chunks.size <= KEPT) break;
        if (old !== chunk && !showing.some((shown) => shown.has(old))) chunks.delete(old);
      }
      this.#chunks = chunks;
    } finally {
      this.#reading.delete(chunk);
    }
  }
}
