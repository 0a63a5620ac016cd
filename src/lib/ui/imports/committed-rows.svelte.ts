import type { CommitRow } from '#lib/import/5-commit/org-store.ts';
import { readImportRows } from '#lib/storage/import-repository.ts';
import type { RowRange } from '#lib/ui/import/scroll-window.ts';

/** Chunks kept at hand; the others are read again when they are shown again. */
const KEPT = 6;

/** The rows of a finished import, read from the database as they are shown. */
export class CommittedRows {
  #chunks = $state.raw<ReadonlyMap<number, readonly CommitRow[]>>(new Map());
  /** Rows in every chunk but the last, as the first one has. */
  #size = $state(0);
  readonly #reading = new Set<number>();
  readonly #importId: number;
  readonly #read: typeof readImportRows;

  constructor(importId: number, read: typeof readImportRows = readImportRows) {
    this.#importId = importId;
    this.#read = read;
  }

  /** undefined while it is being read. */
  row(index: number): CommitRow | undefined {
    if (this.#size === 0) return undefined;
    return this.#chunks.get(Math.floor(index / this.#size))?.[index % this.#size];
  }

  async show({ from, to }: RowRange): Promise<void> {
    if (this.#size === 0) await this.#fetch(0);
    if (this.#size === 0) return;
    const first = Math.floor(from / this.#size);
    const last = Math.floor(Math.max(from, to - 1) / this.#size);
    for (let chunk = first; chunk <= last; chunk++) await this.#fetch(chunk);
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
