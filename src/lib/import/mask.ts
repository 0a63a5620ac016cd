import { MASK } from '#lib/spreadsheet/mask.ts';
import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';

const WITHOUT_DOTS = '*'.repeat(MASK.length);

/** The mask in an encoding that may have no dots; in a workbook (no format) always dots. */
export function maskIn(text: TextFormat | undefined): string {
  return text?.encoding === 'shift_jis' ? WITHOUT_DOTS : MASK;
}

/** Whether a result that came again holds this in a password's place; no level of strength is reached by it. */
export function isMask(text: string): boolean {
  return text === MASK || text === WITHOUT_DOTS;
}
