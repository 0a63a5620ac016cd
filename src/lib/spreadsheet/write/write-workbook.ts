import { escapeCellText } from '#lib/spreadsheet/annotate/cell-text.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { deflated, PartDeflater, type PackedPart } from '#lib/spreadsheet/zip/deflate-part.ts';
import { PackageWriter } from '#lib/spreadsheet/zip/package-writer.ts';
import type { NewCell, NewSheet, NewWorkbook } from './new-workbook.ts';
import { contentTypesPart, rootRelations, workbookPart, workbookRelations } from './package-parts.ts';
import { sheetRows, sheetStart, sheetEnd } from './sheet-markup.ts';
import { stylesPart } from './styles-part.ts';

export type { CellStyle, NewCell, NewColumn, NewSheet, NewWorkbook } from './new-workbook.ts';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows whose markup is made in one go. */
const BATCH = 500;

/**
 * A new .xlsx with texts only, never formulas or numbers: the template, and results of files that are no workbooks
 * (product.md, Result workbook). Rows are deflated as they come. Rejects with the signal's reason.
 */
export async function writeWorkbook(workbook: NewWorkbook): Promise<Blob> {
  const names = sheetNames(workbook.sheets);
  const writer = new PackageWriter();
  writer.add('[Content_Types].xml', deflated(contentTypesPart(names.length)));
  writer.add('_rels/.rels', deflated(rootRelations()));
  writer.add('xl/workbook.xml', deflated(workbookPart(names)));
  writer.add('xl/_rels/workbook.xml.rels', deflated(workbookRelations(names.length)));
  writer.add('xl/styles.xml', deflated(stylesPart()));
  for (const [index, sheet] of workbook.sheets.entries()) {
    writer.add(`xl/worksheets/sheet${index + 1}.xml`, await deflatedSheet(sheet, index, workbook.signal));
  }
  return writer.finish(XLSX_TYPE);
}

async function deflatedSheet(sheet: NewSheet, index: number, signal: AbortSignal | undefined): Promise<PackedPart> {
  const encoder = new TextEncoder();
  const deflater = new PartDeflater();
  deflater.write(encoder.encode(sheetStart(sheet, index === 0)));
  let number = 1;
  let batch: (readonly NewCell[])[] = [];
  for (const row of sheet.rows) {
    if (batch.push(row) < BATCH) continue;
    deflater.write(encoder.encode(sheetRows(batch, number)));
    number += batch.length;
    batch = [];
    await pauseWhenDue(signal);
  }
  deflater.write(encoder.encode(sheetRows(batch, number) + sheetEnd(sheet)));
  return deflater.close();
}

/** As Excel allows them: not empty, at most 31 characters, without some, each only once. */
function sheetNames(sheets: readonly NewSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const allowed = name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .slice(0, 31)
      .trim();
    const unique = allowed !== '' && !taken.has(allowed.toLowerCase()) ? allowed : `Sheet${index + 1}`;
    taken.add(unique.toLowerCase());
    return escapeCellText(unique).replaceAll('"', '&quot;');
  });
}
