import { annotateJson } from '#lib/spreadsheet/json/annotate-json.ts';
import { writeCsv } from '#lib/spreadsheet/csv/write-csv.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { RESULT_HEADER } from '#lib/import/headers.ts';
import { maskIn } from '#lib/import/mask.ts';
import { aboveHeader, maskedCells } from './masked-cells.ts';
import { resultCell } from './result-cell.ts';
import type { ResultRequest, ResultSource } from './result-file.ts';

/** A CSV file with the same separator, quotes, line ends and encoding as the one that was read, and the Result column. */
export async function csvResult(source: ResultSource, text: TextFormat, request: ResultRequest): Promise<Blob> {
  const { sheet } = source;
  const rows = await all(source.rows, source, request);
  const upToResult = (cells: readonly string[]): string[] =>
    Array.from({ length: sheet.resultColumn }, (_, at) => cells[at] ?? '');
  function* lines(): Generator<readonly string[]> {
    yield* aboveHeader(source, request, maskIn(text));
    yield [...upToResult(sheet.header), RESULT_HEADER];
    for (const row of rows) {
      const { text: result } = resultCell(row.outcome, request.phrasebook);
      yield [...upToResult(maskedCells(row, source, request, maskIn(text))), result];
    }
  }
  return writeCsv(lines(), text).file;
}

/** The uploaded JSON itself with a `Result` member in each item. */
export async function jsonResult(
  source: ResultSource,
  json: Blob,
  text: TextFormat,
  request: ResultRequest
): Promise<Blob> {
  const { fileName, sheet, hasPasswords } = source;
  const { phrasebook, maskPasswords, signal } = request;
  const outcomes = new Map(
    (await all(source.outcomes, source, request)).map(({ rowNumber, outcome }) => [rowNumber, outcome])
  );
  const annotation = {
    key: existingKey(sheet) ?? RESULT_HEADER,
    textFor: (item: number): string | undefined => {
      const outcome = outcomes.get(item);
      return outcome && resultCell(outcome, phrasebook).text;
    },
    maskKeys:
      maskPasswords && hasPasswords ? sheet.passwordColumns.flatMap((column) => sheet.header[column] ?? []) : [],
    mask: maskIn(text),
    ...(signal && { signal })
  };
  return annotateJson({ name: fileName, bytes: json }, text, annotation);
}

/** How the file itself spells it, where it is a result that came again. */
function existingKey({ header, resultColumn }: ResultSource['sheet']): string | undefined {
  return header[resultColumn];
}

async function all<Row>(
  chunks: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  { rowCount }: ResultSource,
  { signal, onProgress }: ResultRequest
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const chunk of chunks) {
    rows.push(...chunk);
    onProgress?.(rowCount === 0 ? 0 : rows.length / rowCount / 2);
    await pauseWhenDue(signal);
  }
  return rows;
}
