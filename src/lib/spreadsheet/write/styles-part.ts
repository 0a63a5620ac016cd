import { mainPart } from './package-parts.ts';
import type { CellStyle } from './new-workbook.ts';

/** Number format 49 is Text: what is typed over it stays as typed. */
const TEXT = 49;

interface Style {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly locked: boolean;
  readonly wrapped?: boolean;
}

/** In the order of cellXfs; index 0 is what a cell without a style has. */
const STYLES: readonly (readonly [CellStyle | 'default', Style])[] = [
  ['default', { format: 0, font: 0, fill: 0, locked: true }],
  ['text', { format: TEXT, font: 0, fill: 0, locked: false }],
  ['general', { format: 0, font: 0, fill: 0, locked: false }],
  ['header', { format: TEXT, font: 1, fill: 2, locked: true }],
  ['title', { format: TEXT, font: 2, fill: 0, locked: true }],
  ['wrapped', { format: TEXT, font: 0, fill: 0, locked: true, wrapped: true }],
  ['good', { format: TEXT, font: 3, fill: 3, locked: false }],
  ['bad', { format: TEXT, font: 4, fill: 4, locked: false }],
  ['muted', { format: TEXT, font: 5, fill: 0, locked: false }]
];

/** Index into cellXfs. */
export function styleIndex(style: CellStyle): number {
  return STYLES.findIndex(([name]) => name === style);
}

/** The same greens and reds as in an annotated workbook. */
const FONTS = [
  '<sz val="11"/><name val="Calibri"/><family val="2"/>',
  '<b/><sz val="11"/><name val="Calibri"/><family val="2"/>',
  '<b/><sz val="16"/><name val="Calibri"/><family val="2"/>',
  '<sz val="11"/><color rgb="FF006100"/><name val="Calibri"/><family val="2"/>',
  '<sz val="11"/><color rgb="FF9C0006"/><name val="Calibri"/><family val="2"/>',
  '<sz val="11"/><color rgb="FF808080"/><name val="Calibri"/><family val="2"/>'
];
const FILLS = ['FFE7E9EE', 'FFC6EFCE', 'FFFFC7CE'];

export function stylesPart(): string {
  const fonts = FONTS.map((font) => `<font>${font}</font>`).join('');
  const fills = FILLS.map(
    (rgb) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
  ).join('');
  return (
    `${mainPart('styleSheet')}<fonts count="${FONTS.length}">${fonts}</fonts>` +
    `<fills count="${FILLS.length + 2}"><fill><patternFill patternType="none"/></fill>` +
    `<fill><patternFill patternType="gray125"/></fill>${fills}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${STYLES.length}">${STYLES.map(([, style]) => cellFormat(style)).join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function cellFormat({ format, font, fill, locked, wrapped }: Style): string {
  const alignment = wrapped ? '<alignment vertical="top" wrapText="1"/>' : '';
  const protection = locked ? '' : '<protection locked="0"/>';
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1"` +
    ` applyFont="1" applyFill="1"${alignment && ' applyAlignment="1"'}${protection && ' applyProtection="1"'}>` +
    `${alignment}${protection}</xf>`
  );
}
