import { emailKey, isEmail } from '#lib/domain/person.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { PasswordStrength } from '#lib/domain/password-policy.ts';
import type { ColumnId, ImportKind } from '#lib/import/kinds.ts';
import type { Problem } from '#lib/import/problems.ts';
import type { CheckedRow, MatchedTable, RowChecker, RowEdits, TechnicianDraft } from '#lib/import/road.ts';
import { checkCell } from './check-cell.ts';
import { parseYesNo } from './yes-no.ts';

export interface RowRules {
  readonly minimumPasswordStrength: PasswordStrength;
  /** The chosen group; null where each row names its own. */
  readonly groupId: GroupId | null;
  /** Whether the text of a Result cell says that its row was created. */
  readonly saysCreated: (result: string) => boolean;
}

/** Stage 3: what each row alone says of itself. Refuses nothing: whatever is wrong with a row is one of its problems. */
export function rowChecker(
  { table, matching, resultColumn }: MatchedTable,
  kind: ImportKind,
  rules: RowRules
): RowChecker {
  const columns = kind.columns.filter(({ id }) => id !== 'groupId' || rules.groupId === null);

  const text = (row: number, column: ColumnId, edits?: RowEdits): string => {
    const index = matching[column];
    const cell = edits?.get(column) ?? (typeof index === 'number' ? table.cell(row, index) : '');
    return column === 'password' ? cell : cell.trim();
  };

  const check = (row: number, edits?: RowEdits): CheckedRow => {
    const problems: Problem[] = [];
    for (const column of columns) {
      const problem = checkCell(column, text(row, column.id, edits), rules.minimumPasswordStrength);
      if (problem !== null) problems.push(problem);
    }
    const cell = (column: ColumnId): string => text(row, column, edits);
    const email = cell('email');
    const groupId = rules.groupId ?? namedGroup(cell('groupId'));
    return {
      problems,
      emailKey: isEmail(email) ? emailKey(email) : '',
      groupId: rules.groupId === null ? groupId : null,
      alreadyCreated: resultColumn !== null && rules.saysCreated(table.cell(row, resultColumn)),
      draft: problems.length > 0 || groupId === null ? null : draftOf(cell, kind, groupId)
    };
  };

  return { text, check };
}

function namedGroup(text: string): GroupId | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Only of rows without problems: what cannot be read here is what the kind has no column for. */
function draftOf(cell: (column: ColumnId) => string, kind: ImportKind, groupId: GroupId): TechnicianDraft {
  const has = (column: ColumnId): boolean => kind.columns.some(({ id }) => id === column);
  const words = (column: 'nickname' | 'ssoId' | 'description'): string =>
    has(column) ? cell(column) : kind.defaults[column];
  const yes = (column: 'enabled' | 'standardLicense' | 'mobileLicense'): boolean =>
    parseYesNo(cell(column)) ?? kind.defaults[column];
  return {
    name: cell('name'),
    nickname: words('nickname'),
    email: cell('email'),
    ssoId: words('ssoId'),
    description: words('description'),
    password: cell('password'),
    enabled: yes('enabled'),
    standardLicense: yes('standardLicense'),
    mobileLicense: yes('mobileLicense'),
    groupId
  };
}
