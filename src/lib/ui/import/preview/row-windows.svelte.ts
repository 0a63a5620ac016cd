import type { RowFilter } from '#lib/import/road.ts';
import type { PreviewRow, RowWindow, WindowRequest } from '#lib/worker/import-worker-api.ts';
import type { RowRange } from '#lib/ui/kit/scroll-window.ts';

/** Rows asked for at once. */
export const WINDOW_ROWS = 64;
/** Windows kept around what shows; the rest is forgotten, so that the page never holds the whole file. */
const KEPT = 16;

interface RowsWanted {
  readonly filter: RowFilter;
  readonly showPasswords: boolean;
}

interface KeptWindow {
  /** What it was fetched for; anything else is fetched anew. */
  readonly state: string;
  readonly rows: readonly PreviewRow[];
}

/**
 * The few windows of rows around what shows. One request is under way at a time, and it is always for what
 * shows now: a thumb dragged through a million rows asks for where it rests, not for everything on the way.
 */
export class RowWindows {
  /** Rows that pass the filter. */
  total = $state(0);
  #windows = $state.raw<ReadonlyMap<number, KeptWindow>>(new Map());
  #range: RowRange = { from: 0, to: 0 };
  #wanted: RowsWanted = { filter: 'all', showPasswords: false };
  #revision = -1;
  #generation = 0;
  #asking = false;
  readonly #ask: (request: WindowRequest) => Promise<RowWindow>;
  readonly #onFault: (fault: unknown) => void;

  constructor(ask: (request: WindowRequest) => Promise<RowWindow>, onFault: (fault: unknown) => void) {
    this.#ask = ask;
    this.#onFault = onFault;
  }

  /** undefined while it is being fetched. */
  row(index: number): PreviewRow | undefined {
    return this.#windows.get(Math.floor(index / WINDOW_ROWS))?.rows[index % WINDOW_ROWS];
  }

  /** Keep these rows at hand. */
  show(range: RowRange): void {
    this.#range = range;
    void this.#fetch();
  }

  /** Another filter or another masking: nothing kept is right any more. */
  start(wanted: RowsWanted): void {
    this.#wanted = wanted;
    this.#generation++;
    this.#windows = new Map();
    void this.#fetch();
  }

  /** Something changed: what shows is fetched anew, and stands as it was until then. */
  refresh(revision: number): void {
    if (revision === this.#revision) return;
    this.#revision = revision;
    void this.#fetch();
  }

  /** As `refresh`, but the page changes only, and at once, when the returned function is called. */
  async prepare(revision: number): Promise<() => void> {
    const generation = this.#generation;
    const state = `${generation}:${revision}`;
    const windows = new Map<number, KeptWindow>();
    let total = this.total;
    for (const place of this.#places()) {
      const answer = await this.#askFor(place);
      windows.set(place, { state, rows: answer.rows });
      total = answer.total;
    }
    return () => {
      if (generation !== this.#generation) return;
      this.#revision = revision;
      this.#windows = windows;
      this.total = total;
      void this.#fetch();
    };
  }

  get #state(): string {
    return `${this.#generation}:${this.#revision}`;
  }

  #askFor(place: number): Promise<RowWindow> {
    return this.#ask({ ...this.#wanted, from: place * WINDOW_ROWS, count: WINDOW_ROWS });
  }

  #places(): number[] {
    const first = Math.floor(this.#range.from / WINDOW_ROWS);
    const last = Math.max(first, Math.floor((this.#range.to - 1) / WINDOW_ROWS));
    return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  }

  #nextStale(): number | undefined {
    if (this.#revision < 0) return undefined;
    return this.#places().find((place) => this.#windows.get(place)?.state !== this.#state);
  }

  async #fetch(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      for (let next = this.#nextStale(); next !== undefined; next = this.#nextStale()) {
        const state = this.#state;
        const generation = this.#generation;
        const answer = await this.#askFor(next);
        if (generation === this.#generation) this.#keep(next, { state, rows: answer.rows }, answer.total);
      }
    } catch (fault) {
      this.#onFault(fault);
    } finally {
      this.#asking = false;
    }
  }

  #keep(place: number, fetched: KeptWindow, total: number): void {
    const windows = new Map(this.#windows);
    windows.delete(place);
    windows.set(place, fetched);
    const shown = new Set(this.#places());
    for (const old of windows.keys()) {
      if (windows.size <= KEPT) break;
      if (!shown.has(old)) windows.delete(old);
    }
    this.#windows = windows;
    this.total = total;
  }
}
