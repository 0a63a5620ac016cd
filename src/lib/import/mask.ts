import { MASK } from '#lib/spreadsheet/mask.ts';
import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';

/** The mask in an encoding that may have no dots; in a workbook (no format) always dots. */
export function maskIn(text: TextFormat | undefined): string {
  return text?.encoding === 'shift_jis' ? '*'.repeat(MASK.length) : MASK;
}
