import { columnLetters, escapeCellText, LAST_COLUMN } from '#lib/spreadsheet/annotate/cell-text.ts';
import { mainPart } from './package-parts.ts';
import { styleIndex } from './styles-part.ts';
import type { NewCell, NewSheet } from './new-workbook.ts';

/** All up to the rows. Columns have a style of their own, so that cells nobody has filled yet are text and unlocked too. */
export function sheetStart(sheet: NewSheet, selected: boolean): string {
  const frozen = sheet.frozenRows ?? 0;
  const first = `A${frozen + 1}`;
  const pane = `<pane ySplit="${frozen}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/>`;
  const selection = `<selection${frozen > 0 ? ' pane="bottomLeft"' : ''} activeCell="${first}" sqref="${first}"/>`;
  const columns = sheet.columns.map(({ width, format }, index) => {
    const style = styleIndex(format);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`;
  });
  if (sheet.locked) columns.push(columnsBeyond(columns.length));
  return (
    `${mainPart('worksheet')}<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `${frozen > 0 ? pane : ''}${selection}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`
  );
}

/** Excel deletes and sorts rows of a protected sheet only where none of their cells is locked, to the last column. */
function columnsBeyond(count: number): string {
  return `<col min="${count + 1}" max="${LAST_COLUMN}" width="9.140625" style="${styleIndex('general')}"/>`;
}

/** The rows from `number` (1-based) on. Cells are inline strings: what begins with = is text. */
export function sheetRows(rows: readonly (readonly NewCell[])[], number: number): string {
  let markup = '';
  for (const [index, cells] of rows.entries()) {
    markup += `<row r="${number + index}">`;
    for (const [column, cell] of cells.entries()) {
      const text = typeof cell === 'string' ? cell : cell.text;
      const style = styleIndex(typeof cell === 'string' ? 'text' : cell.style);
      if (text === '') continue;
      const place = `${lettersOf(column)}${number + index}`;
      markup += `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(text)}</t></is></c>`;
    }
    markup += '</row>';
  }
  return markup;
}

/** All after the rows. In `sheetProtection` 1 forbids and 0 allows (ECMA-376 18.3.1.85). */
export function sheetEnd(sheet: NewSheet): string {
  const allowed = [
    'formatCells',
    'formatColumns',
    'formatRows',
    'insertRows',
    'insertHyperlinks',
    'deleteRows',
    'sort',
    'autoFilter'
  ];
  const protection = `<sheetProtection sheet="1" ${allowed.map((action) => `${action}="0"`).join(' ')}/>`;
  return `</sheetData>${sheet.locked ? protection : ''}</worksheet>`;
}

const letters: string[] = [];

function lettersOf(column: number): string {
  return (letters[column] ??= columnLetters(column + 1));
}
