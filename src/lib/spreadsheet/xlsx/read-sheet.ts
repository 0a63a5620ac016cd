import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { damaged } from '#lib/spreadsheet/refusal.ts';
import { SheetWeight } from '#lib/spreadsheet/sheet-weight.ts';
import { handOn } from '#lib/spreadsheet/row-block.ts';
import type { ReadOptions, SheetEnd } from '#lib/spreadsheet/spreadsheet.ts';
import type { ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { relationsOf, targetEntry } from './package.ts';
import { decoded, partWindows, type PartReading } from './part-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { SheetBlock } from './sheet-block.ts';
import { SheetScanner, type ColumnSpan, type ScanContext } from './sheet-scanner.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';
import { END, MORE, XmlScanner } from '#lib/spreadsheet/xlsx/xml/xml-scanner.ts';

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
  const scanner = new SheetScanner(sheet.entry?.name ?? '', context);
  const weight = new SheetWeight(reading.limits);
  let hiddenRows = 0;
  let lastTextColumn = 0;
  for await (const { block, share } of blocks(sheet, scanner, strings, { ...reading, signal: options.signal })) {
    weight.add(block.rowCount, block.cellCount, block.textLength());
    hiddenRows += block.hiddenRows;
    lastTextColumn = Math.max(lastTextColumn, block.widest);
    handOn(block, options);
    options.onProgress?.(share);
  }
  for (const area of await tableAreas(workbook, sheet, reading)) scanner.reach(area);
  return {
    ok: true,
    lastRow: scanner.rows.lastRow,
    lastColumn: scanner.rows.lastColumn,
    notes: {
      hiddenRows,
      hiddenColumns: columnsIn(scanner.hiddenColumns, lastTextColumn),
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
  const scanner = new SheetScanner(sheet.entry?.name ?? '', context);
  for await (const { block, bytes } of blocks(sheet, scanner, strings, reading, 1)) {
    if (block.rowCount > 0) return block.cells(0);
    budget.bytes -= bytes;
    if (budget.bytes < 0) return null;
  }
  return [];
}

interface Batch {
  readonly block: SheetBlock;
  /** Of the inflated part, read since the last block. */
  readonly bytes: number;
  readonly share: number;
}

/** The rows with text, window by window; of the first one up to `firstCells` before all others. */
async function* blocks(
  sheet: WorkbookSheet,
  scanner: SheetScanner,
  strings: SharedStrings,
  reading: PartReading,
  firstCells = MOST_CELLS
): AsyncGenerator<Batch, void> {
  const { entry } = sheet;
  if (entry === undefined) throw damaged('missing-part', sheet.partName);
  let read = 0;
  let mostCells = firstCells;
  for await (const window of partWindows(entry, reading)) {
    scanner.feed(...window.pieces);
    let { bytes } = window;
    for (let full = true; full; bytes = 0) {
      read += bytes;
      ({ full } = scanner.scan(mostCells));
      mostCells = MOST_CELLS;
      const { rows } = scanner;
      if (rows.lastShared >= 0) await strings.ensure(rows.lastShared, reading.signal);
      const block = decoded(() => rows.block(strings.texts), entry.name);
      yield { block, bytes, share: Math.min(1, read / (entry.uncompressedSize || 1)) };
      await pauseWhenDue(reading.signal);
    }
  }
  scanner.finish();
  if (scanner.scan(MOST_CELLS).event !== END) throw damaged('xml', entry.name);
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
  for await (const { pieces } of partWindows(entry, reading)) {
    xml.feed(...pieces);
    if (xml.next() !== MORE) return xml.attribute(name);
  }
  return null;
}
