import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { handOn } from '#lib/spreadsheet/row-block.ts';
import type { ReadOptions, RowBlock, SheetEnd, SheetRow } from '#lib/spreadsheet/spreadsheet.ts';
import { FILLED_CELLS } from './key-columns.ts';

const CELLS_IN_BATCH = 20_000;

/** The items of a file, however they were read. */
export interface ItemList {
  readonly header: readonly string[];
  readonly duplicateKeys: number;
  /** Those without text included. */
  readonly items: number;
  readonly rows: SheetRow[] | readonly RowBlock[];
}

/** Hands on the header, and the items as rows. */
export async function giveRows(list: ItemList, options: ReadOptions): Promise<SheetEnd> {
  const { onRows, onProgress, signal } = options;
  const { header, rows } = list;
  onRows([{ number: 0, cells: header }]);
  const batchSize = Math.max(1, Math.min(2000, Math.floor(CELLS_IN_BATCH / header.length)));
  let batch: SheetRow[] = [];
  for (const [at, row] of rows.entries()) {
    if ('rowCount' in row) {
      await pauseWhenDue(signal);
      handOn(row, options);
    } else if (batch.push(withoutHoles(row)) === batchSize) {
      await pauseWhenDue(signal);
      onRows(batch);
      batch = [];
    }
    if (batch.length === 0) onProgress?.((at + 1) / rows.length);
  }
  if (batch.length > 0) onRows(batch);
  onProgress?.(1);
  return endOf(list);
}

export function endOf({ header, items, duplicateKeys }: Omit<ItemList, 'rows'>): SheetEnd {
  const notes = { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0 };
  return { ok: true, lastRow: items, lastColumn: header.length, notes: { ...notes, duplicateKeys } };
}

function withoutHoles(row: SheetRow): SheetRow {
  const { number, cells } = row;
  if (cells.length <= FILLED_CELLS) return row;
  return { number, cells: Array.from(cells, (cell: string | undefined) => cell ?? '') };
}
