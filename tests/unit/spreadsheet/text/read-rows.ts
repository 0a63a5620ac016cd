import { openSpreadsheet, type OpenOptions } from '#lib/spreadsheet/open-spreadsheet.ts';
import {
  isFileFailure,
  type FileFailure,
  type OpenedSpreadsheet,
  type SheetEnd,
  type SheetRow
} from '#lib/spreadsheet/spreadsheet.ts';

interface ReadFile {
  readonly opened: OpenedSpreadsheet;
  readonly rows: readonly SheetRow[];
  readonly cells: readonly (readonly string[])[];
  readonly end: SheetEnd;
}

/** Opens a file and reads one of its sheets, or tells with which failure it was refused. */
export async function tryReadRows(
  name: string,
  content: BlobPart,
  options: OpenOptions = {},
  sheet = 0
): Promise<ReadFile | FileFailure> {
  const opened = await openSpreadsheet({ name, bytes: new Blob([content]) }, options);
  if (isFileFailure(opened)) return opened;
  const rows: SheetRow[] = [];
  const end = await opened.readSheet(sheet, { onRows: (batch) => rows.push(...batch) });
  if (isFileFailure(end)) return end;
  return { opened, rows, cells: rows.map((row) => row.cells), end };
}

export async function readRows(
  name: string,
  content: BlobPart,
  options: OpenOptions = {},
  sheet = 0
): Promise<ReadFile> {
  const read = await tryReadRows(name, content, options, sheet);
  if (isFileFailure(read)) throw new Error(`refused: ${JSON.stringify(read)}`);
  return read;
}
