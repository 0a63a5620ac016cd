import type { ReadOptions, RowBlock, SheetRow } from './spreadsheet.ts';

export function rowsOf(block: RowBlock): SheetRow[] {
  return Array.from({ length: block.rowCount }, (_, row) => ({
    number: block.rowNumber(row),
    cells: block.cells(row)
  }));
}

/** Gives the rows to whoever reads the sheet, as one block where blocks are taken. */
export function handOn(block: RowBlock, { onBlock, onRows }: ReadOptions): void {
  if (block.rowCount === 0) return;
  if (onBlock) onBlock(block);
  else onRows(rowsOf(block));
}
