import { maskWorkbook } from '#lib/spreadsheet/annotate/mask-workbook.ts';
import { maskIn } from '#lib/import/6-result/result-cell.ts';
import { annotateJson } from '#lib/spreadsheet/json/annotate-json.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';
import type { Matching, SourceFile, Table } from '#lib/import/road.ts';

/**
 * The uploaded workbook or JSON without its passwords, for a result after a restart. Made while the person looks at the
 * preview, because a transaction cannot wait for it. null: from other formats, and where it cannot be made; the result
 * is a new workbook then.
 */
export async function maskedSource(
  { source, matched, reading }: PlannedImport,
  signal: AbortSignal
): Promise<Blob | null> {
  const { table, matching } = matched;
  if (table.format === 'json') return maskedJson(source, table, matching, signal);
  if ((table.format !== 'xlsx' && table.format !== 'xlsm') || typeof matching.password !== 'number') return null;
  const { password } = matching;
  // Only what is below the header is masked.
  if (reading.aboveHeader.some(({ cells }) => (cells[password] ?? '') !== '')) return null;
  const maskColumns = [password + 1];
  return orNull(signal, async () => {
    const { sheet, headerRowNumber } = table;
    const masked = await maskWorkbook(source.bytes, { sheet, headerRowNumber, maskColumns, signal });
    return masked instanceof Blob ? masked : null;
  });
}

async function maskedJson(
  source: SourceFile,
  { header, text }: Table,
  { password }: Matching,
  signal: AbortSignal
): Promise<Blob | null> {
  const key = header[password ?? -1];
  if (text === undefined || key === undefined) return null;
  const annotation = { key: '', textFor: () => undefined, maskKeys: [key], mask: maskIn(text), signal };
  return orNull(signal, () => annotateJson(source, text, annotation));
}

async function orNull(signal: AbortSignal, make: () => Promise<Blob | null>): Promise<Blob | null> {
  try {
    return await make();
  } catch (fault) {
    if (!signal.aborted) reportError(fault);
    return null;
  }
}
