import { maskWorkbook } from '#lib/spreadsheet/annotate/mask-workbook.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';

/**
 * The uploaded workbook without its passwords, for a result after a restart. Made while the person looks at the
 * preview, because a transaction cannot wait for it. null: from other formats, and where it cannot be made; the result
 * is a new workbook then.
 */
export async function maskedSource({ source, matched }: PlannedImport, signal: AbortSignal): Promise<Blob | null> {
  const { table, matching } = matched;
  if ((table.format !== 'xlsx' && table.format !== 'xlsm') || typeof matching.password !== 'number') return null;
  try {
    const masked = await maskWorkbook(source.bytes, {
      sheet: table.sheet,
      headerRowNumber: table.headerRowNumber,
      maskColumns: [matching.password + 1],
      signal
    });
    return masked instanceof Blob ? masked : null;
  } catch (fault) {
    if (!signal.aborted) reportError(fault);
    return null;
  }
}
