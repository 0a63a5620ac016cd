import type { ResultCell } from '#lib/spreadsheet/annotate/annotate-workbook.ts';
import type { Phrasebook, RowOutcome } from '#lib/import/road.ts';

const TONES = { created: 'good', updated: 'good', unchanged: 'muted', failed: 'bad', 'left-out': 'muted' } as const;

/** The cell that says what became of a row. */
export function resultCell(outcome: RowOutcome, phrasebook: Phrasebook): ResultCell {
  return { text: phrasebook.outcome(outcome), tone: TONES[outcome.kind] };
}
