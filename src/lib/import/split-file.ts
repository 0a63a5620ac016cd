import { writeCsv } from '#lib/spreadsheet/csv/write-csv.ts';
import { writeJson } from '#lib/spreadsheet/json/write-json.ts';
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
  for (let at = 0; at < count; at++) {
    await pauseWhenDue(signal);
    // As many digits in each, so that they stand in order where they are listed.
    const suffix = `-${String(at + 1).padStart(String(count).length, '0')}`;
    const name = sameName(source.name, suffix, table.format, table.text);
    const part = rows.slice(at * rowsPerFile, (at + 1) * rowsPerFile).map((row) => cellsOf(planned, row));
    files.push({ name, bytes: await written(planned, part) });
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

async function written({ matched }: PlannedImport, rows: readonly (readonly string[])[]): Promise<Blob> {
  const { header, format, text, sheetName } = matched.table;
  if (text && format === 'json') return writeJson(header, rows, text).file;
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
