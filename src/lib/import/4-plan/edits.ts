import type { ColumnId } from '#lib/import/kinds.ts';
import type { RowEdits } from '#lib/import/road.ts';

/** What was typed into the preview: few cells of few rows. */
export class Edits {
  readonly #rows = new Map<number, Map<ColumnId, string>>();

  /** undefined: the row is as in the file. */
  of(row: number): RowEdits | undefined {
    return this.#rows.size === 0 ? undefined : this.#rows.get(row);
  }

  columns(row: number): readonly ColumnId[] {
    return [...(this.#rows.get(row)?.keys() ?? [])];
  }

  set(row: number, column: ColumnId, text: string): void {
    const edits = this.#rows.get(row) ?? new Map<ColumnId, string>();
    this.#rows.set(row, edits.set(column, text));
  }

  /** The cell is as in the file again. */
  drop(row: number, column: ColumnId): void {
    const edits = this.#rows.get(row);
    edits?.delete(column);
    if (edits?.size === 0) this.#rows.delete(row);
  }

  copy(): Edits {
    const copy = new Edits();
    for (const [row, edits] of this.#rows) copy.#rows.set(row, new Map(edits));
    return copy;
  }
}
