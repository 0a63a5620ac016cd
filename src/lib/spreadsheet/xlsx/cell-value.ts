import { generalFormat } from './format/number-format.ts';
import { isoSerial } from './format/iso-date.ts';
import type { CellFormats } from './styles.ts';
import { decodeEscapes, xmlBoolean } from '#lib/spreadsheet/xlsx/xml/xml-text.ts';

/** A cell as it stands in the sheet part (ECMA-376 part 1, 18.3.1.4). */
export interface RawCell {
  /** The attribute `t`; 'n' without it. */
  readonly type: string;
  readonly style: number;
  /** What <v> holds; null without it. */
  readonly value: string | null;
  /** What <is> holds; null without it. */
  readonly inline: string | null;
}

/** Counts on the way what SheetNotes tells. */
export interface CellCounts {
  errorCells: number;
  dates: number;
}

/** Whole numbers that are written as they are shown: no sign, no leading zero, exact. */
const PLAIN_INTEGER = /^(?:0|[1-9]\d{0,14})$/;

/** A cell's text as Excel shows it; a number stands for the shared string of that index. */
export function cellContent(
  cell: RawCell,
  formats: CellFormats,
  date1904: boolean,
  counts: CellCounts
): string | number {
  const { type, value } = cell;
  if (value === null) return cell.inline ?? '';
  switch (type) {
    case 's':
      return sharedIndex(value);
    case 'str':
      return decodeEscapes(value);
    case 'inlineStr':
      return cell.inline ?? decodeEscapes(value);
    case 'b':
      return xmlBoolean(value.trim()) ? 'TRUE' : 'FALSE';
    case 'e':
      counts.errorCells++;
      return value.trim();
    case 'd':
      return dateContent(value.trim(), cell.style, formats, date1904, counts);
    default:
      return numberContent(value, formats(cell.style), date1904, counts);
  }
}

function sharedIndex(value: string): string | number {
  const index = Number(value);
  return value !== '' && Number.isSafeInteger(index) && index >= 0 ? index : '';
}

function numberContent(value: string, format: ReturnType<CellFormats>, date1904: boolean, counts: CellCounts): string {
  if (format.isGeneral && PLAIN_INTEGER.test(value)) return value;
  const text = value.trim();
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return decodeEscapes(text);
  if (format.isDate) counts.dates++;
  return format.text(number, date1904);
}

function dateContent(
  value: string,
  style: number,
  formats: CellFormats,
  date1904: boolean,
  counts: CellCounts
): string {
  const serial = isoSerial(value, date1904);
  if (serial === null) return value;
  counts.dates++;
  const format = formats(style);
  return format === generalFormat || !format.isDate ? value : format.text(serial, date1904);
}
