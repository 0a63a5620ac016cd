import { MASK } from '#lib/spreadsheet/mask.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { writeWorkbook, type NewCell, type NewColumn } from '#lib/spreadsheet/write/write-workbook.ts';
import { RESULT_HEADER } from '#lib/import/headers.ts';
import { aboveHeader, maskedCells } from './masked-cells.ts';
import { resultCell } from './result-cell.ts';
import type { ResultRequest, ResultRow, ResultSource } from './result-file.ts';

const NARROW: NewColumn = { width: 18, format: 'text' };
const WIDE: NewColumn = { width: 60, format: 'text' };

/** The file's cells as text with the Result column: for files that are no workbooks we can add a column to. */
export async function workbookResult(source: ResultSource, request: ResultRequest): Promise<Blob> {
  const { sheet } = source;
  const { signal, onProgress } = request;
  // The writer asks for rows at once, the store has them chunk by chunk.
  const rows: ResultRow[] = [];
  for await (const chunk of source.rows) {
    rows.push(...chunk);
    await pauseWhenDue(signal);
  }
  const columns = Array.from({ length: sheet.resultColumn + 1 }, (_, at) =>
    at === sheet.resultColumn ? WIDE : NARROW
  );
  const upToResult = (texts: readonly string[]): string[] => columns.slice(1).map((_, at) => texts[at] ?? '');

  const above = aboveHeader(source, request, MASK);

  function* cells(): Generator<readonly NewCell[]> {
    yield* above;
    yield [...upToResult(sheet.header), RESULT_HEADER].map((text) => ({ text, style: 'header' }));
    for (const [at, row] of rows.entries()) {
      if (at % 1000 === 0) onProgress?.(at / rows.length);
      const { text, tone } = resultCell(row.outcome, request.phrasebook);
      yield [...upToResult(maskedCells(row, source, request, MASK)), { text, style: tone }];
    }
  }

  return writeWorkbook({
    sheets: [{ name: sheet.name || RESULT_HEADER, columns, rows: cells(), frozenRows: above.length + 1 }],
    ...(signal && { signal })
  });
}
