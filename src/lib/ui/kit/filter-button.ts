import type { Segment } from './proportions.ts';

export interface FilterButton<Id> {
  readonly id: Id;
  readonly label: string;
  /** How many pass it. */
  readonly count: number;
  /** The colour of the dot before the label; absent: no dot. */
  readonly tone?: Segment['tone'];
}
