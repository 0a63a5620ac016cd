import { writeCsv } from '#lib/spreadsheet/csv/write-csv.ts';
import { itemSources, writeItems, type ItemChange } from '#lib/spreadsheet/json/item-sources.ts';
import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { writeWorkbook } from '#lib/spreadsheet/write/write-workbook.ts';
import { PartDeflater } from '#lib/spreadsheet/zip/deflate-part.ts';
import { PackageWriter } from '#lib/spreadsheet/zip/package-writer.ts';
import { sameName } from './6-result/result-file.ts';
import type { PlannedImport } from './planned-import.ts';
import type { ResultFile } from './road.ts';

/** Files of so many rows each, and all of them in one .zip. */
export interface SplitFiles {
  readonly files: readonly ResultFile[];
  readonly together: ResultFile;
}

/**
 * A way on for a file with more rows than allowed: the rows that are not left out, as they stand in the preview and with
 * their passwords, in files of at most `rowsPerFile` rows of the same format; workbooks become .xlsx.
 */
export async function splitFile(
  planned: PlannedImport,
  rowsPerFile: number,
  signal?: AbortSignal
): Promise<SplitFiles> {
  const { source, matched, plan } = planned;
  const { table } = matched;
  const rows = plan.included();
  const count = Math.max(1, Math.ceil(rows.length / rowsPerFile));
  const files: ResultFile[] = [];
  const items =
    table.format === 'json' && table.text ? await sourcesOf(planned, table.text, rowsPerFile, signal) : undefined;
  for (let at = 0; at < count; at++) {
    await pauseWhenDue(signal);
    // As many digits in each, so that they stand in order where they are listed.
    const suffix = `-${String(at + 1).padStart(String(count).length, '0')}`;
    const name = sameName(source.name, suffix, table.format, table.text);
    const part = rows.slice(at * rowsPerFile, (at + 1) * rowsPerFile);
    const bytes = items ? writeItems(part.map(items.of), items.text) : await written(planned, part);
    files.push({ name, bytes });
  }
  return { files, together: await zipped(files, source.name, signal) };
}

function cellsOf({ matched, plan }: PlannedImport, row: number): readonly string[] {
  const { table, matching } = matched;
  const cells = [...table.cells(row)];
  for (const [column, text] of plan.edits(row) ?? []) {
    const at = matching[column];
    if (typeof at !== 'number') continue;
    while (cells.length < at) cells.push('');
    cells[at] = text;
  }
  return cells;
}

/**
 * What each row is in the JSON file itself: a number stays a number. The first row of each file has all keys, which are
 * its header.
 */
async function sourcesOf(
  { source, matched, plan }: PlannedImport,
  text: TextFormat,
  rowsPerFile: number,
  signal?: AbortSignal
): Promise<{ readonly text: TextFormat; readonly of: (row: number) => string }> {
  const { table, matching } = matched;
  const changes = new Map<number, ItemChange>();
  for (const [at, row] of plan.included().entries()) {
    const edits = [...(plan.edits(row) ?? [])].flatMap(([column, cell]): [string, string][] => {
      const key = table.header[matching[column] ?? -1];
      return key === undefined ? [] : [[key, cell]];
    });
    const keys = at % rowsPerFile === 0 ? table.header : undefined;
    if (keys || edits.length > 0) changes.set(table.rowNumber(row), { edits: new Map(edits), keys });
  }
  const sources = await itemSources(source, text, (item) => changes.get(item), signal);
  return { text, of: (row) => sources[table.rowNumber(row) - 1] ?? '{}' };
}

async function written(planned: PlannedImport, part: readonly number[]): Promise<Blob> {
  const { header, text, sheetName } = planned.matched.table;
  const rows = part.map((row) => cellsOf(planned, row));
  if (text) return writeCsv([header, ...rows], text).file;
  const columns = header.map(() => ({ width: 24, format: 'text' as const }));
  return writeWorkbook({ sheets: [{ name: sheetName, columns, rows: [header, ...rows], frozenRows: 1 }] });
}

async function zipped(files: readonly ResultFile[], fileName: string, signal?: AbortSignal): Promise<ResultFile> {
  const writer = new PackageWriter();
  for (const { name, bytes } of files) {
    await pauseWhenDue(signal);
    const deflater = new PartDeflater();
    deflater.write(new Uint8Array(await bytes.arrayBuffer()));
    writer.add(name, deflater.close());
  }
  return { name: `${fileName.replace(/\.[^.]{1,6}$/, '') || fileName}.zip`, bytes: writer.finish('application/zip') };
}
