/** Sizes of the preview's rows, px: virtual lists need them before anything is drawn. */
import type { ColumnId } from '#lib/import/kinds.ts';

/** Two lines of words and a little air. */
const TABLE_ROW = 40;
const CARD_HEAD = 76;
const CARD_LINE = 36;
const CARD_FOOT = 10;
/** With more columns than these a card is tall, so that fewer windows get them. */
const FEW = 4;

/** Narrower than this a row is a card, not a line of a table. */
export function cardsFrom(columns: number): number {
  return columns > FEW ? 560 : 680;
}

export function rowHeight(columns: number, cards: boolean): number {
  if (!cards) return TABLE_ROW;
  return CARD_HEAD + columns * CARD_LINE + CARD_FOOT;
}

const NUMBER = 76;
const OUTCOME = 250;
const CELL = 140;
/** An email is the longest of all, and what tells one person from the other; dots and TRUE are short. */
const WIDTHS: Partial<Record<ColumnId, number>> = { email: 210, password: 120, enabled: 100, nickname: 120 };
const LEAVE_OUT = 56;

const widthOf = (column: ColumnId): number => WIDTHS[column] ?? CELL;

/** grid-template-columns: row number, outcome, the file's columns, leave out. */
export function tableTemplate(columns: readonly ColumnId[]): string {
  const cells = columns.map((column) => `minmax(${widthOf(column)}px, ${widthOf(column)}fr)`);
  return `${NUMBER}px minmax(${OUTCOME}px, ${OUTCOME}fr) ${cells.join(' ')} ${LEAVE_OUT}px`;
}

/** Every row has this width at least, so that all have the same columns; narrower windows scroll. */
export function tableWidth(columns: readonly ColumnId[]): number {
  return NUMBER + OUTCOME + columns.reduce((sum, column) => sum + widthOf(column), 0) + LEAVE_OUT;
}
