import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';

/** What stands for a password: as long for each, so that it tells nothing. */
export const MASK = '••••••••';

/** The same in an encoding that may have no dots; in a workbook (no format) always dots. */
export function maskIn(text: TextFormat | undefined): string {
  return text?.encoding === 'shift_jis' ? '*'.repeat(MASK.length) : MASK;
}
