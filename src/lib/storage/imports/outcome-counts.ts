import type { CommitRow } from '#lib/import/5-commit/org-store.ts';
import type { ProblemCode } from '#lib/import/problems.ts';

/** What an import's record says of its rows. */
export interface OutcomeCounts {
  readonly unchanged: number;
  readonly failed: number;
  readonly leftOut: number;
  /** A row with several problems counts once for each kind. */
  readonly byProblem: Readonly<Partial<Record<ProblemCode, number>>>;
}

export class OutcomeCounter {
  readonly #counts = { created: 0, updated: 0, unchanged: 0, failed: 0, 'left-out': 0 };
  readonly #byProblem: Partial<Record<ProblemCode, number>> = {};

  add(rows: readonly CommitRow[]): void {
    for (const { outcome } of rows) {
      this.#counts[outcome.kind]++;
      if (outcome.kind !== 'failed') continue;
      for (const code of new Set(outcome.problems.map((problem) => problem.code)))
        this.#byProblem[code] = (this.#byProblem[code] ?? 0) + 1;
    }
  }

  counts(): OutcomeCounts {
    const { unchanged, failed, 'left-out': leftOut } = this.#counts;
    return { unchanged, failed, leftOut, byProblem: this.#byProblem };
  }
}
