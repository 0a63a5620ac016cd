import type { CommitRow } from '#lib/import/5-commit/org-store.ts';
import type { RowOutcome } from '#lib/import/road.ts';
import type { RowRange } from '#lib/ui/import/scroll-window.ts';

/** Chunks kept at hand; the others are read again when they are shown again. */
const KEPT = 6;

/** See `readImportRows`. */
type ReadRows = (importId: number, chunk: number) => Promise<readonly CommitRow[] | null>;

/** The rows of a finished import, read from the database as they are shown. */
export class CommittedRows {
  #chunks = $state.raw<ReadonlyMap<number, readonly CommitRow[]>>(new Map());
  /** Rows in every chunk but the last, as the first one has. */
  #size = $state(0);
  /** Where the rows stand that the filter lets through; null without a filter. */
  #places = $state.raw<readonly number[] | null>(null);
  #chosen: RowOutcome['kind'] | null = null;
  readonly #reading = new Set<number>();
  readonly #importId: number;
  readonly #read: ReadRows;

  constructor(importId: number, read: ReadRows) {
    this.#importId = importId;
    this.#read = read;
  }

  /** null: all rows. Until all are looked through, none passes. */
  async choose(kind: RowOutcome['kind'] | null): Promise<void> {
    this.#chosen = kind;
    this.#places = kind === null ? null : [];
    if (kind === null) return;
    const places: number[] = [];
    for (let chunk = 0, first = 0; ; chunk++) {
      const rows = await this.#read(this.#importId, chunk);
      if (this.#chosen !== kind) return;
      if (!rows) break;
      for (const [at, row] of rows.entries()) if (row.outcome.kind === kind) places.push(first + at);
      first += rows.length;
    }
    this.#places = places;
  }

  /** How many rows the filter lets through, as far as they are found; undefined without a filter. */
  get passing(): number | undefined {
    return this.#places === null ? undefined : this.#places.length;
  }

  /** undefined while it is being read. `index` counts the rows that the filter lets through. */
  row(index: number): CommitRow | undefined {
    const place = this.#placeOf(index);
    return place === undefined ? undefined : this.#at(place);
  }

  #placeOf(index: number): number | undefined {
    return this.#places === null ? index : this.#places[index];
  }

  #at(index: number): CommitRow | undefined {
    if (this.#size === 0) return undefined;
    return this.#chunks.get(Math.floor(index / this.#size))?.[index % this.#size];
  }

  async show({ from, to }: RowRange): Promise<void> {
    if (this.#size === 0) await this.#fetch(0);
    if (this.#size === 0) return;
    const chunks = new Set<number>();
    for (let index = from; index < Math.max(from + 1, to); index++) {
      const place = this.#placeOf(index);
      if (place !== undefined) chunks.add(Math.floor(place / this.#size));
    }
    for (const chunk of chunks) await this.#fetch(chunk);
  }

  async #fetch(chunk: number): Promise<void> {
    if (this.#chunks.has(chunk) || this.#reading.has(chunk)) return;
    this.#reading.add(chunk);
    try {
      const rows = await this.#read(this.#importId, chunk);
      if (!rows) return;
      if (chunk === 0) this.#size = rows.length;
      const chunks = new Map(this.#chunks).set(chunk, rows);
      for (const old of chunks.keys()) {
        if (chunks.size <= KEPT) break;
        if (old !== chunk) chunks.delete(old);
      }
      this.#chunks = chunks;
    } finally {
      this.#reading.delete(chunk);
    }
  }
}
