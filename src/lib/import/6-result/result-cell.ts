import type { ResultCell } from '#lib/spreadsheet/annotate/annotate-workbook.ts';
import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import type { Phrasebook, RowOutcome } from '#lib/import/road.ts';

/** What stands for a password: as long for each, so that it tells nothing. */
export const MASK = '••••••••';

/** The same in an encoding that may have no dots. */
export function maskIn({ encoding }: TextFormat): string {
  return encoding === 'shift_jis' ? '*'.repeat(MASK.length) : MASK;
}

const TONES = { created: 'good', updated: 'good', unchanged: 'muted', failed: 'bad', 'left-out': 'muted' } as const;

/** The cell that says what became of a row. */
export function resultCell(outcome: RowOutcome, phrasebook: Phrasebook): ResultCell {
  return { text: phrasebook.outcome(outcome), tone: TONES[outcome.kind] };
}
