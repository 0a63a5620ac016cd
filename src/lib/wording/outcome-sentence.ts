import { m } from '#i18n/messages.js';
import { getLocale, locales } from '#i18n/runtime.js';
import type { ColumnId } from '#lib/import/kinds.ts';
import type { Problem } from '#lib/import/problems.ts';
import type { RowOutcome, RowUpdate } from '#lib/import/road.ts';
import { columnName } from './columns.ts';
import { listed, quoted } from './lists.ts';
import { problemSentence } from './problem-sentence.ts';

/** The Result cell of one row: columns are named, their contents never (specification: Result workbook). */
export function outcomeSentence(outcome: RowOutcome): string {
  switch (outcome.kind) {
    case 'created':
      return outcome.edited.length === 0 ? m.result_created() : createdWithChanges(outcome.edited);
    case 'updated':
      return m.result_updated({ changes: listed(changedParts(outcome)) });
    case 'unchanged':
      return m.result_unchanged();
    case 'left-out':
      return m.result_left_out();
    case 'failed':
      return outcome.problems.map(rememberedSentence).join(' ');
  }
}

const MOST_REMEMBERED = 1000;
const remembered = new Map<string, string>();

/** A file of 100,000 rows has the same few problems again and again, and each sentence's plural costs more than all else. */
function rememberedSentence(problem: Problem): string {
  const key = `${getLocale()} ${JSON.stringify(problem)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size === MOST_REMEMBERED) remembered.clear();
  const sentence = problemSentence(problem);
  remembered.set(key, sentence);
  return sentence;
}

function createdWithChanges(edited: readonly ColumnId[]): string {
  return m.result_created_with_changes({ columns: listed(edited.map(columnName)) });
}

/** "Name", "Nickname", "moved to Europe": what an update changes. */
export function changedParts({ changes, moved }: Pick<RowUpdate, 'changes' | 'moved'>): readonly string[] {
  const columns = changes.map(({ column }) => columnName(column));
  return moved ? [...columns, m.result_moved({ group: quoted(moved.to.name) })] : columns;
}

/** Whether a Result cell says anything but a problem, in any language that the app speaks. */
export function saysDone(resultText: string): boolean {
  const text = resultText.trim();
  if (text === '') return false;
  return locales.some((locale) => {
    const whole = [m.result_created, m.result_unchanged, m.result_left_out].map((words) => words({}, { locale }));
    const begun = [
      m.result_created_with_changes({ columns: '' }, { locale }),
      m.result_updated({ changes: '' }, { locale })
    ];
    return whole.some((words) => words === text) || begun.some((words) => text.startsWith(words.trim()));
  });
}
