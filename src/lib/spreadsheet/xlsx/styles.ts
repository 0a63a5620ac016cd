import type { ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { builtInFormat } from './format/built-in.ts';
import { generalFormat, numberFormat, type NumberFormat } from './format/number-format.ts';
import { eachElement } from './package.ts';
import { partUtf8, type PartReading } from './part-text.ts';

/** Differential and named styles hold elements of the same names as the cells' own. */
const LISTS = new Set(['cellXfs', 'cellStyleXfs', 'cellStyles', 'dxfs']);

/** The number format of each cell style; General for styles that are not there, or without a styles part. */
export type CellFormats = (style: number) => NumberFormat;

export async function loadCellFormats(entry: ZipEntry | undefined, reading: PartReading): Promise<CellFormats> {
  if (entry === undefined) return () => generalFormat;
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let list = '';
  eachElement(await partUtf8(entry, reading), entry.name, (xml) => {
    const { name } = xml;
    if (LISTS.has(name)) list = name;
    if (name === 'numFmt') codes.set(Number(xml.attribute('numFmtId')), xml.attribute('formatCode') ?? '');
    if (name === 'xf' && list === 'cellXfs') formatIds.push(Number(xml.attribute('numFmtId') ?? 0));
  });
  const formats = new Map<number, NumberFormat>();
  return (style) => {
    const id = formatIds[style] ?? 0;
    let format = formats.get(id);
    if (format === undefined) {
      format = numberFormat(codes.get(id) ?? builtInFormat(id));
      formats.set(id, format);
    }
    return format;
  };
}
