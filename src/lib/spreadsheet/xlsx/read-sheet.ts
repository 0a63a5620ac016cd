import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { damaged } from '#lib/spreadsheet/refusal.ts';
import { SheetWeight } from '#lib/spreadsheet/sheet-weight.ts';
import type { ReadOptions, SheetEnd, SheetRow } from '#lib/spreadsheet/spreadsheet.ts';
import type { ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import type { ScannedRow } from './current-row.ts';
import { relationsOf, targetEntry } from './package.ts';
import { partWindows, type PartReading } from './part-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import { SheetScanner, type ColumnSpan, type ScanContext } from './sheet-scanner.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';
import { END, MORE, XmlScanner } from './xml-scanner.ts';

/** Cells handed on at once: a few milliseconds of work for whoever takes them. */
const MOST_CELLS = 20_000;

export interface SheetReading {
  readonly workbook: Workbook;
  readonly strings: SharedStrings;
  readonly context: ScanContext;
  readonly reading: PartReading;
}

/** Reads one sheet as ReadOptions say. Throws Refusal; rejects with the signal's reason. */
export async function readSheetRows(
  { workbook, strings, context, reading }: SheetReading,
  sheet: WorkbookSheet,
  options: ReadOptions
): Promise<SheetEnd> {
  const scanner = new SheetScanner(context);
  const notes = { hiddenRows: 0, lastTextColumn: 0 };
  const weight = new SheetWeight(reading.limits);
  for await (const { rows, share } of scannedRows(sheet, scanner, { ...reading, signal: options.signal })) {
    const texts = await withText(rows, strings, options.signal, notes);
    weight.addRows(texts);
    if (texts.length > 0) options.onRows(texts);
    options.onProgress?.(share);
  }
  for (const area of await tableAreas(workbook, sheet, reading)) scanner.reach(area);
  return {
    ok: true,
    lastRow: scanner.lastRow,
    lastColumn: scanner.lastColumn,
    notes: {
      hiddenRows: notes.hiddenRows,
      hiddenColumns: columnsIn(scanner.hiddenColumns, notes.lastTextColumn),
      formulas: scanner.formulas,
      formulasWithoutResult: scanner.formulasWithoutResult,
      errorCells: scanner.counts.errorCells,
      dates: scanner.counts.dates
    }
  };
}

/** How many columns up to `last` the spans hold, each counted once. */
function columnsIn(spans: readonly ColumnSpan[], last: number): number {
  let count = 0;
  let counted = 0;
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const from = Math.max(span.first, counted + 1);
    const to = Math.min(span.last, last);
    if (to < from) continue;
    count += to - from + 1;
    counted = to;
  }
  return count;
}

/**
 * The texts of the sheet's first row that has any; empty where none has, null where `budget.bytes` were used up before
 * one came. Reads no further.
 */
export async function firstTextRow(
  { strings, context, reading }: SheetReading,
  sheet: WorkbookSheet,
  budget: { bytes: number }
): Promise<readonly string[] | null> {
  for await (const { rows, bytes } of scannedRows(sheet, new SheetScanner(context), reading)) {
    for (const row of rows) {
      const [text] = await withText([row], strings, reading.signal);
      if (text !== undefined) return text.cells;
    }
    budget.bytes -= bytes;
    if (budget.bytes < 0) return null;
  }
  return [];
}

interface RowBatch {
  readonly rows: ScannedRow[];
  /** Of the inflated part, read since the last batch. */
  readonly bytes: number;
  readonly share: number;
}

async function* scannedRows(
  sheet: WorkbookSheet,
  scanner: SheetScanner,
  reading: PartReading
): AsyncGenerator<RowBatch, void> {
  if (sheet.entry === undefined) throw damaged('missing-part', sheet.partName);
  const xml = new XmlScanner(sheet.entry.name, reading.limits);
  let read = 0;
  for await (const window of partWindows(sheet.entry, reading)) {
    xml.feed(window.text);
    let { bytes } = window;
    for (let full = true; full; bytes = 0) {
      read += bytes;
      ({ full } = scanner.scan(xml, MOST_CELLS));
      yield { rows: scanner.takeRows(), bytes, share: Math.min(1, read / (sheet.entry.uncompressedSize || 1)) };
      await pauseWhenDue(reading.signal);
    }
  }
  xml.finish();
  if (scanner.scan(xml, MOST_CELLS).event !== END) throw damaged('xml', sheet.entry.name);
}

/** Looks up shared strings, and leaves out rows that turn out to have no text. */
async function withText(
  rows: readonly ScannedRow[],
  strings: SharedStrings,
  signal?: AbortSignal,
  notes?: { hiddenRows: number; lastTextColumn: number }
): Promise<SheetRow[]> {
  let lastString = -1;
  for (const { cells } of rows) {
    for (const cell of cells) if (typeof cell === 'number' && cell > lastString) lastString = cell;
  }
  if (lastString >= 0) await strings.ensure(lastString, signal);
  const result: SheetRow[] = [];
  for (const { number, hidden, cells } of rows) {
    const texts = cells.map((cell) => (typeof cell === 'number' ? strings.get(cell) : cell));
    while (texts.at(-1) === '') texts.pop();
    if (texts.length === 0) continue;
    result.push({ number, cells: texts });
    if (notes === undefined) continue;
    if (hidden) notes.hiddenRows++;
    if (texts.length > notes.lastTextColumn) notes.lastTextColumn = texts.length;
  }
  return result;
}

async function tableAreas(workbook: Workbook, sheet: WorkbookSheet, reading: PartReading): Promise<string[]> {
  const relations = await relationsOf(workbook.directory, sheet.partName, reading);
  const tables = new Set<ZipEntry>();
  for (const { type, target } of relations) {
    const entry = type === 'table' ? targetEntry(workbook.directory, target) : undefined;
    if (entry !== undefined) tables.add(entry);
  }
  const areas: string[] = [];
  for (const entry of tables) areas.push((await rootAttribute(entry, 'ref', reading)) ?? '');
  return areas;
}

/** An attribute of the part's first element: no more of the part is read than that. */
async function rootAttribute(entry: ZipEntry, name: string, reading: PartReading): Promise<string | null> {
  const xml = new XmlScanner(entry.name, reading.limits);
  for await (const { text } of partWindows(entry, reading)) {
    xml.feed(text);
    if (xml.next() !== MORE) return xml.attribute(name);
  }
  return null;
}
