import type { RowFilter } from '#lib/import/road.ts';
import type { PreviewRow, PreviewState, RowWindow, WindowRequest } from '#lib/worker/import-worker-api.ts';
import { RowWindows } from './row-windows.svelte.ts';
import type { RowRange } from '#lib/ui/kit/scroll-window.ts';

type AskForRows = (request: WindowRequest) => Promise<RowWindow>;

interface HeldRow {
  readonly row: PreviewRow;
  /** Where it stands in the list. */
  readonly index: number;
}

/**
 * The rows that the chosen filter lets through, and one more that it does not: a row just put right would
 * vanish from under the cursor, so it is held in its place until the cursor moves away.
 */
export class PreviewListing {
  filter = $state<RowFilter>('all');
  showPasswords = $state(false);
  #held = $state.raw<HeldRow | null>(null);
  readonly #windows: RowWindows;
  readonly #ask: AskForRows;

  constructor(ask: AskForRows, onFault: (fault: unknown) => void) {
    this.#ask = ask;
    this.#windows = new RowWindows(ask, onFault);
  }

  get total(): number {
    return this.#windows.total + (this.#held ? 1 : 0);
  }

  /** undefined while it is being fetched. */
  row(index: number): PreviewRow | undefined {
    const held = this.#held;
    if (!held || index < held.index) return this.#windows.row(index);
    return index === held.index ? held.row : this.#windows.row(index - 1);
  }

  show(range: RowRange): void {
    this.#windows.show(range);
  }

  refresh(preview: PreviewState): void {
    this.#windows.refresh(preview.revision);
  }

  choose(filter: RowFilter, showPasswords: boolean): void {
    if (filter !== this.filter) this.#held = null;
    this.filter = filter;
    this.showPasswords = showPasswords;
    this.#windows.start({ filter, showPasswords });
  }

  /** After a change of `row` (its place in the table): shows everything anew and gives the row's place in the list. */
  async hold(row: number, preview: PreviewState): Promise<number> {
    const index = await this.#placeOf(row, this.filter);
    const passes = (await this.#at(index, this.filter))?.row === row;
    const held = passes || this.filter === 'all' ? null : await this.#fromAll(row, index);
    const apply = await this.#windows.prepare(preview.revision);
    apply();
    this.#held = held;
    return index;
  }

  /** The held row may go; gives its place, from which on every row moves up by one. */
  release(): number | null {
    const index = this.#held?.index ?? null;
    this.#held = null;
    return index;
  }

  async #fromAll(row: number, index: number): Promise<HeldRow | null> {
    const guess = await this.#at(row, 'all');
    const found = guess?.row === row ? guess : await this.#at(await this.#placeOf(row, 'all'), 'all');
    return found?.row === row ? { row: found, index } : null;
  }

  async #at(index: number, filter: RowFilter): Promise<PreviewRow | undefined> {
    const window = await this.#ask({ filter, from: index, count: 1, showPasswords: this.showPasswords });
    return window.rows[0];
  }

  /** Rows are listed in the table's order: the first place whose row is `row` or comes after it. */
  async #placeOf(row: number, filter: RowFilter): Promise<number> {
    let low = 0;
    let high = (await this.#ask({ filter, from: 0, count: 0, showPasswords: false })).total;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const found = await this.#at(middle, filter);
      if (found && found.row < row) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
