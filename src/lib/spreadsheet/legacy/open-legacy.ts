import type { WorkBook } from 'xlsx';
import { orFailure, Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import { SheetWeight } from '#lib/spreadsheet/sheet-weight.ts';
import type { OpenedSpreadsheet, ReadOptions, SheetEnd } from '#lib/spreadsheet/spreadsheet.ts';
import { loadDirectory } from '#lib/spreadsheet/zip/directory.ts';
import { codePages } from './code-pages.ts';
import { odsFacts, type OdsSheetFacts } from './ods-facts.ts';
import { storedZip, unpackedParts } from './repack.ts';
import { SheetTable } from './sheet-table.ts';

/** A full .xls (65,536 rows) of 20 columns of text is about 20 MB; SheetJS needs ten to eighty times that. */
const XLS_BYTES = 32 * 1024 * 1024;

type LegacyFormat = 'xls' | 'xlsb' | 'ods';

/**
 * Opens a workbook in one of the formats that SheetJS reads, after its kind was found by `detectFormat`.
 *
 * SheetJS reads all of it in one go: neither the signal nor a pause gets through meanwhile. On files made to harm it
 * may take for ever in spite of the checks before it, so whoever calls this from a page does it in a worker and
 * terminates that when nothing is heard of it for long (took-too-long).
 *
 * Throws Refusal: too-large, damaged, encrypted, no-sheets, no-data.
 */
export async function openLegacy(file: Blob, format: LegacyFormat, signal?: AbortSignal): Promise<OpenedSpreadsheet> {
  const { bytes, facts } = await prepared(file, format, signal);
  signal?.throwIfAborted();
  const workbook = await readWorkbook(bytes, format);
  if (workbook.SheetNames.length === 0) throw new Refusal({ code: 'no-sheets' });
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const tables = workbook.SheetNames.map(
    (name) => new SheetTable(workbook.Sheets[name] ?? {}, { date1904, shownTextIsKept: format === 'ods' })
  );
  const sheets = workbook.SheetNames.map((name, at) => {
    const firstRow = tables[at]?.firstRow() ?? [];
    const hidden = facts?.[at]?.hidden ?? (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
    return { name: readableName(name, at), hidden, hasData: firstRow.length > 0, firstRow };
  });
  if (!sheets.some(({ hasData }) => hasData)) throw new Refusal({ code: 'no-data' });
  return {
    format,
    sheets,
    readSheet: (sheet, options) => orFailure(() => readSheet(tables[sheet], facts?.[sheet], options))
  };
}

async function readSheet(
  table: SheetTable | undefined,
  facts: OdsSheetFacts | undefined,
  { onRows, onProgress, signal }: ReadOptions
): Promise<SheetEnd> {
  if (table === undefined) throw new Refusal({ code: 'no-sheets' });
  const weight = new SheetWeight();
  const { notes, ...end } = await table.read((rows, share) => {
    weight.addRows(rows);
    onRows(rows);
    onProgress?.(share);
  }, signal);
  if (facts === undefined) return { ok: true, ...end, notes };
  const hiddenColumns = facts.hiddenColumns.reduce(
    (sum, [first, last]) => sum + Math.max(0, Math.min(last, end.lastColumn - 1) - first + 1),
    0
  );
  return { ok: true, ...end, notes: { ...notes, hiddenRows: facts.hiddenRows, hiddenColumns } };
}

async function prepared(
  file: Blob,
  format: LegacyFormat,
  signal?: AbortSignal
): Promise<{ bytes: Uint8Array; facts?: OdsSheetFacts[] }> {
  if (format === 'xls') {
    if (file.size > XLS_BYTES) throw tooLarge('file-bytes', XLS_BYTES);
    return { bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  const parts = await unpackedParts(file, await loadDirectory(file), signal);
  const bytes = storedZip(parts);
  if (format === 'xlsb') return { bytes };
  const content = parts.find(({ name }) => name === 'content.xml');
  if (content === undefined) throw new Refusal({ code: 'damaged', detail: 'missing-part', part: 'content.xml' });
  return { bytes, facts: await odsFacts(new TextDecoder().decode(content.bytes), signal) };
}

async function readWorkbook(bytes: Uint8Array, format: LegacyFormat): Promise<WorkBook> {
  const { read, set_cptable: setCodePages } = await import('xlsx');
  setCodePages(codePages);
  try {
    // Styles tell of hidden rows and columns. In an .xlsb a column range may be as long as 32 bits can say, and SheetJS
    // makes an object of each: there hidden rows stay unnoted.
    const cellStyles = format === 'xls';
    return read(bytes, { type: 'array', dense: true, cellNF: true, cellStyles, cellHTML: false, bookVBA: false });
  } catch (error) {
    // SheetJS throws plain errors and strings, and type errors where a file leads it astray.
    if (/password|encrypt/i.test(String(error))) throw new Refusal({ code: 'encrypted' });
    throw new Refusal({ code: 'damaged', detail: 'compression' });
  }
}

/** SheetJS misreads the names in some early .xlsb files. */
function readableName(name: string, at: number): string {
  return /[^\P{C}\u200d]/u.test(name) ? `Sheet${at + 1}` : name;
}
