import { isEmail } from '#lib/domain/person.ts';
import { openSpreadsheet } from '#lib/spreadsheet/open-spreadsheet.ts';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import type { InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import type { ImportKind } from '#lib/import/kinds.ts';
import type { ImportRequest, ReadFailure, SheetChoice, SourceFacts, SourceFile } from '#lib/import/road.ts';
import { chooseSheet } from './choose-sheet.ts';
import { TableReading } from './table-reading.ts';

interface OpenTableOptions extends Pick<ImportRequest, 'sheet' | 'text'> {
  /** See [Note: the beginning is believed]. What is refused then may be no failure either. */
  readonly trusting?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onText?: (facts: SourceFacts) => void;
  readonly inflate?: InflateEntry | undefined;
}

/**
 * Stage 1: from a file to a table that grows. Refuses with what is wrong with the file, with the choice between its
 * sheets, or with 'no-header' where the first row with text already is a person's; `onText` hears how a text file is
 * read before any of these. Stops within 100 ms of an abort.
 */
export async function openTable(
  source: SourceFile,
  kind: ImportKind,
  { sheet, text, trusting = false, signal, onText, inflate }: OpenTableOptions
): Promise<TableReading | SheetChoice | ReadFailure> {
  const file = await openSpreadsheet(source, {
    ...(text && { text }),
    ...(signal && { signal }),
    ...(inflate && { inflate }),
    trusting,
    onText: (format, text) => onText?.({ format, text })
  });
  if (isFileFailure(file)) return file;
  const chosen = chooseSheet(file.sheets, kind, sheet);
  if (typeof chosen !== 'number') return chosen;
  const reading = new TableReading(file, chosen, kind, signal);
  await reading.untilHeader();
  if (reading.table.header.length === 0) return reading.failure ?? { code: 'no-data' };
  if (!reading.table.header.some((text) => isEmail(text.trim()))) return reading;
  reading.stop();
  return { code: 'no-header' };
}
