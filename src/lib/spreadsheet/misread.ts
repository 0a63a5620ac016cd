import type { FileFailure, ReadOptions, SheetEnd } from './spreadsheet.ts';

/**
 * [Note: the beginning is believed] Which encoding a text file has, and which keys a list in JSON, is known for certain
 * only at its end. So it can be opened in two ways. Trusting: its beginning is taken for the whole, and its rows are
 * handed on as they are read, each byte looked at once. What does not fit in later (a byte that is no UTF-8, another key,
 * JSON that is not as expected) ends that reading with this, and the file is opened again in the other way: from its end.
 */
export class Misread extends Error {
  override readonly name = 'Misread';
}

/** What was read; nothing, and `onMisread` told, where the beginning should not have been believed. */
export async function unlessMisread(
  { onMisread }: ReadOptions,
  read: () => Promise<SheetEnd>
): Promise<SheetEnd | FileFailure> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Misread) || onMisread === undefined) throw error;
    onMisread();
    const notes = { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0 };
    return { ok: true, lastRow: 0, lastColumn: 0, notes };
  }
}
