import type { Phrasebook } from '#lib/import/road.ts';
import { outcomeSentence, saysDone } from './outcome-sentence.ts';

/** The road's words, from the message catalogue. */
export const phrasebook: Phrasebook = { outcome: outcomeSentence, saysDone };
