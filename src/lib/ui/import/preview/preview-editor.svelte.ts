import type { ColumnId } from '#lib/import/kinds.ts';
import type { RowFilter } from '#lib/import/road.ts';
import type { PreviewRow, PreviewState } from '#lib/worker/import-worker-api.ts';
import type { ImportClient } from '#lib/worker/import-worker-client.ts';
import { COLUMNS_BEFORE } from './grid-columns.ts';
import { isCharacter, type GridPlace, type PressedKey } from './grid-keys.ts';
import { cellAfter, type Direction } from './next-cell.ts';
import type { PreviewListing } from './preview-listing.svelte.ts';

interface CellEdit {
  readonly row: number;
  readonly column: ColumnId;
  readonly text: string;
  /** What was typed took the place of the cell's own text. */
  readonly typed?: true;
}

/** Where the cursor goes after an edit. */
export type AfterEdit = 'stay' | 'down' | Direction;

interface EditedPreview {
  readonly client: ImportClient;
  readonly listing: PreviewListing;
  readonly columns: () => readonly ColumnId[];
  /** Nothing is changed before the whole file is read. */
  readonly mayEdit: () => boolean;
  readonly onChange: (preview: PreviewState, row: number | null) => void;
  readonly onFault: (fault: unknown) => void;
}

/** The cursor in the preview's grid, and the cell that is being edited. */
export class PreviewEditor {
  at = $state.raw<GridPlace>({ row: 0, column: 0 });
  editing = $state.raw<CellEdit | null>(null);
  readonly #around: EditedPreview;
  /** Changes go to the worker one after the other. */
  #work: Promise<void> = Promise.resolve();
  /** Keys pressed while the cursor is on its way to the next cell; null while it is on none. */
  #early: string[] | null = null;

  constructor(around: EditedPreview) {
    this.#around = around;
  }

  get row(): PreviewRow | undefined {
    return this.#around.listing.row(this.at.row);
  }

  /** The column of the file under the cursor. */
  get column(): ColumnId | null {
    return this.#around.columns()[this.at.column - COLUMNS_BEFORE] ?? null;
  }

  get onLeaveOut(): boolean {
    return this.at.column === COLUMNS_BEFORE + this.#around.columns().length;
  }

  moveTo(place: GridPlace): void {
    const left = place.row === this.at.row ? null : this.#around.listing.release();
    this.at = left !== null && place.row > left ? { ...place, row: place.row - 1 } : place;
  }

  restart(): void {
    this.editing = null;
    this.at = { row: 0, column: this.at.column };
  }

  /** Edits the cell under the cursor, with `typed` in the place of its text; a password's own is fetched only now. */
  async start(typed?: string): Promise<void> {
    const { row, column } = this;
    if (!row || !column || !this.#around.mayEdit()) return;
    if (typed !== undefined) {
      this.editing = { row: row.row, column, text: typed, typed: true };
      return;
    }
    const at = this.at;
    await this.#guarded(async () => {
      const text = await this.#around.client.cellText(row.row, column);
      if (this.at === at && !this.editing) this.editing = { row: row.row, column, text };
    });
  }

  cancel(): void {
    this.editing = null;
  }

  async finish(text: string, after: AfterEdit): Promise<void> {
    const edit = this.editing;
    if (!edit) return;
    this.editing = null;
    if (after !== 'stay') this.#early ??= [];
    if (edit.typed || text !== edit.text) {
      await this.#change(edit.row, () => this.#around.client.editCell(edit.row, edit.column, text));
    }
    if (after === 'down') this.moveTo({ ...this.at, row: Math.min(this.at.row + 1, this.#around.listing.total - 1) });
    else if (after !== 'stay') await this.#goOn(after);
    if (after !== 'stay') await this.#typeEarly();
  }

  /** Whether the key is meant for the cell that the cursor is on its way to: it is written there on arrival. */
  keepForNext({ key, ctrlKey, metaKey, shiftKey }: PressedKey): boolean {
    if (!this.#early || ctrlKey || metaKey) return false;
    const meant = isCharacter(key) || key === 'Enter' || key === 'Tab';
    if (meant) this.#early.push(key === 'Tab' && shiftKey ? 'Shift+Tab' : key);
    return meant;
  }

  async #typeEarly(): Promise<void> {
    const keys = this.#early ?? [];
    const end = keys.findIndex((key) => !isCharacter(key));
    const typed = (end < 0 ? keys : keys.slice(0, end)).join('');
    this.#early = end < 0 ? null : keys.slice(end + 1);
    if (typed !== '') await this.start(typed);
    if (end < 0) return;
    if (!this.editing) await this.start();
    const after: AfterEdit = keys[end] === 'Enter' ? 'down' : keys[end] === 'Tab' ? 'next' : 'previous';
    if (this.editing) await this.finish(this.editing.text, after);
    else this.#early = null;
  }

  async toggleLeftOut(row: PreviewRow): Promise<void> {
    if (!this.#around.mayEdit()) return;
    await this.#change(row.row, () => this.#around.client.leaveOut([row.row], !row.leftOut));
  }

  /** All rows that a filter lets through, the chosen one's by default, or those after the first `keep` of them. */
  async leaveOutAll(leftOut: boolean, of: { readonly filter?: RowFilter; readonly keep?: number } = {}): Promise<void> {
    if (!this.#around.mayEdit()) return;
    const { client, listing } = this.#around;
    const { filter = listing.filter, keep = 0 } = of;
    listing.release();
    await this.#change(null, () => client.leaveOutAll({ filter, keep, leftOut }));
  }

  async #goOn(direction: Direction): Promise<void> {
    const { listing, columns } = this.#around;
    const next = cellAfter(this.at, direction, listing.filter, columns(), listing.total, (index) => listing.row(index));
    if (!next) return;
    this.moveTo(next);
    await this.start();
  }

  /** The row under the cursor stays where it is seen, whatever happens to the list around it. */
  #change(row: number | null, act: () => Promise<PreviewState>): Promise<void> {
    this.#work = this.#work.then(() =>
      this.#guarded(async () => {
        const before = this.at.row;
        const kept = row === null ? undefined : (this.row?.row ?? row);
        const preview = await act();
        if (kept === undefined) {
          this.#around.listing.refresh(preview);
          this.restart();
        } else {
          const index = await this.#around.listing.hold(kept, preview);
          this.at = { ...this.at, row: this.at.row + index - before };
        }
        this.#around.onChange(preview, row);
      })
    );
    return this.#work;
  }

  async #guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (fault) {
      this.#around.onFault(fault);
    }
  }
}
