import { m } from '#i18n/messages.js';
import type { RowOutcome } from '#lib/import/road.ts';
import type { PreviewRow } from '#lib/worker/import-worker-api.ts';
import { listed } from '#lib/wording/lists.ts';
import { changedParts, outcomeSentence } from '#lib/wording/outcome-sentence.ts';
import { problemSentence } from '#lib/wording/problem-sentence.ts';

export interface OutcomeOfRow {
  readonly kind: 'created' | 'updated' | 'unchanged' | 'problem' | 'left-out';
  /** What Start import would make of the row, or made of it. */
  readonly words: string;
}

export function outcomeOfRow({ leftOut, problems, update }: PreviewRow): OutcomeOfRow {
  if (leftOut) return { kind: 'left-out', words: m.preview_left_out() };
  if (problems.length > 0) return { kind: 'problem', words: problems.map(problemSentence).join(' ') };
  if (!update) return { kind: 'created', words: m.preview_will_be_created() };
  const parts = changedParts(update);
  if (parts.length === 0) return { kind: 'unchanged', words: m.preview_unchanged({ person: update.personName }) };
  return {
    kind: 'updated',
    words: m.preview_will_be_updated({ person: update.personName, changes: listed(parts) })
  };
}

/** Of a row of a finished import. */
export function outcomeOfCommitted(outcome: RowOutcome): OutcomeOfRow {
  return { kind: outcome.kind === 'failed' ? 'problem' : outcome.kind, words: outcomeSentence(outcome) };
}
