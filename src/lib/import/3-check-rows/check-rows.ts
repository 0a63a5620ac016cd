import { keyOfEmail } from '#lib/domain/person.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { PasswordStrength } from '#lib/domain/password-policy.ts';
import type { ColumnId, ImportKind } from '#lib/import/kinds.ts';
import type { Problem } from '#lib/import/problems.ts';
import type { MatchedTable, RowChecker, RowEdits } from '#lib/import/road.ts';
import { checkCell } from './check-cell.ts';
import { draftOf, namedGroup, seatsOf, updateOf } from './technician-of-row.ts';
import { trimmed } from './trimmed.ts';

/** Nearly all rows have the same: none. */
const NO_PROBLEMS: readonly Problem[] = [];

export interface RowRules {
  readonly minimumPasswordStrength: PasswordStrength;
  /** The chosen group; null where each row names its own. */
  readonly groupId: GroupId | null;
  /** Whether the text of a Result cell says anything but a problem. */
  readonly saysDone: (result: string) => boolean;
  /** Whether rows with this email update someone: what they leave empty stays as it is. */
  readonly updates?: (emailKey: string) => boolean;
}

/** Stage 3: what each row alone says of itself. Refuses nothing: whatever is wrong with a row is one of its problems. */
export function rowChecker(
  { table, matching, resultColumn }: MatchedTable,
  kind: ImportKind,
  rules: RowRules
): RowChecker {
  const { minimumPasswordStrength, groupId: chosenGroup, saysDone, updates = () => false } = rules;
  const checkedColumns = kind.columns
    .filter(({ id }) => id !== 'groupId' || chosenGroup === null)
    .map((column) => ({ column, place: matching[column.id] }));

  const read = (row: number, column: ColumnId, place: number | null | undefined, edits?: RowEdits): string => {
    const cell = edits?.get(column) ?? (typeof place === 'number' ? table.cell(row, place) : '');
    return column === 'password' ? cell : trimmed(cell);
  };
  const text: RowChecker['text'] = (row, column, edits) => read(row, column, matching[column], edits);
  const emailKey: RowChecker['emailKey'] = (row, edits) => keyOfEmail(text(row, 'email', edits));
  const cells = (row: number, edits?: RowEdits) => (column: ColumnId) => text(row, column, edits);

  const problemsOf = (row: number, key: string, edits?: RowEdits): readonly Problem[] => {
    const isUpdate = updates(key);
    let problems: Problem[] | undefined;
    for (const { column, place } of checkedColumns) {
      // What has a key is an email.
      if (column.id === 'email' && key !== '') continue;
      const cell = read(row, column.id, place, edits);
      if (isUpdate && cell === '') continue;
      const problem = checkCell(column, cell, minimumPasswordStrength);
      if (problem !== null) (problems ??= []).push(problem);
    }
    return problems ?? NO_PROBLEMS;
  };

  const check: RowChecker['check'] = (row, edits) => {
    const key = emailKey(row, edits);
    const group = text(row, 'groupId', edits);
    return {
      problems: problemsOf(row, key, edits),
      emailKey: key,
      groupId: chosenGroup === null ? namedGroup(group) : null,
      alreadyDone: resultColumn !== null && saysDone(table.cell(row, resultColumn)),
      groupIgnored: chosenGroup !== null && group !== ''
    };
  };

  const draft: RowChecker['draft'] = (row, edits) => {
    const groupId = chosenGroup ?? namedGroup(text(row, 'groupId', edits));
    return groupId === null ? null : draftOf(cells(row, edits), kind, groupId);
  };

  return {
    text,
    emailKey,
    check,
    draft,
    seats: (row, edits) => seatsOf(cells(row, edits), kind.defaults),
    update: (row, before, edits) => updateOf(cells(row, edits), before, chosenGroup)
  };
}
