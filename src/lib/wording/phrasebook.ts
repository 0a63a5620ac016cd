import type { Phrasebook } from '#lib/import/road.ts';
import { outcomeSentence, saysCreated } from './outcome-sentence.ts';

/** The road's words, from the message catalogue. */
export const phrasebook: Phrasebook = { outcome: outcomeSentence, saysCreated };
