import { maskWorkbook } from '#lib/spreadsheet/annotate/mask-workbook.ts';
import { maskIn } from '#lib/import/mask.ts';
import { passwordColumns } from '#lib/import/password-columns.ts';
import { annotateJson } from '#lib/spreadsheet/json/annotate-json.ts';
import type { PlannedImport, Surroundings } from '#lib/import/planned-import.ts';

type Helper = Pick<Surroundings, 'inflate' | 'deflate'>;

/**
 * The uploaded workbook or JSON without its passwords, for a result after a restart. Made while the person looks at the
 * preview, because a transaction cannot wait for it. null: from other formats, and where it cannot be made; the result
 * is a new workbook then. `onFault` hears of a bug: thrown in a worker it would end the preview too.
 */
export async function maskedSource(
  planned: PlannedImport,
  signal: AbortSignal,
  onFault: () => unknown = () => undefined,
  helper: Helper = {}
): Promise<Blob | null> {
  try {
    return planned.matched.table.format === 'json'
      ? await maskedJson(planned, signal)
      : await maskedWorkbook(planned, signal, helper);
  } catch {
    if (!signal.aborted) onFault();
    return null;
  }
}

async function maskedWorkbook(
  { source, matched, reading }: PlannedImport,
  signal: AbortSignal,
  helper: Helper
): Promise<Blob | null> {
  const { format, sheet, header, headerRowNumber } = matched.table;
  if (format !== 'xlsx' && format !== 'xlsm') return null;
  const columns = passwordColumns(header, matched.matching);
  // Only what is below the header is masked.
  if (reading.aboveHeader.some(({ cells }) => columns.some((column) => (cells[column] ?? '') !== ''))) return null;
  const maskColumns = columns.map((column) => column + 1);
  const { inflate, deflate } = helper;
  const help = { ...(inflate && { inflate }), ...(deflate && { deflate }) };
  const masked = await maskWorkbook(source.bytes, { sheet, headerRowNumber, maskColumns, signal, ...help });
  return masked instanceof Blob ? masked : null;
}

async function maskedJson({ source, matched }: PlannedImport, signal: AbortSignal): Promise<Blob | null> {
  const { header, text } = matched.table;
  if (text === undefined) return null;
  const maskKeys = passwordColumns(header, matched.matching).flatMap((column) => header[column] ?? []);
  return annotateJson(source, text, { key: '', textFor: () => undefined, maskKeys, mask: maskIn(text), signal });
}
