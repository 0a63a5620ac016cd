import { emailKey, isEmail, type Technician } from '#lib/domain/person.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { PasswordStrength } from '#lib/domain/password-policy.ts';
import type { ColumnId, ImportKind } from '#lib/import/kinds.ts';
import type { Problem } from '#lib/import/problems.ts';
import type {
  CheckedRow,
  MatchedTable,
  RowChecker,
  RowEdits,
  TechnicianDraft,
  TechnicianUpdate
} from '#lib/import/road.ts';
import { checkCell } from './check-cell.ts';
import { parseYesNo } from './yes-no.ts';

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
  const columns = kind.columns.filter(({ id }) => id !== 'groupId' || rules.groupId === null);

  const text = (row: number, column: ColumnId, edits?: RowEdits): string => {
    const index = matching[column];
    const cell = edits?.get(column) ?? (typeof index === 'number' ? table.cell(row, index) : '');
    return column === 'password' ? cell : cell.trim();
  };

  const keyOf = (row: number, edits?: RowEdits): string => {
    const email = text(row, 'email', edits);
    return isEmail(email) ? emailKey(email) : '';
  };

  const check = (row: number, edits?: RowEdits): CheckedRow => {
    const problems: Problem[] = [];
    const cell = (column: ColumnId): string => text(row, column, edits);
    const key = keyOf(row, edits);
    const updates = rules.updates?.(key) ?? false;
    for (const column of columns) {
      const filled = cell(column.id);
      const problem = updates && filled === '' ? null : checkCell(column, filled, rules.minimumPasswordStrength);
      if (problem !== null) problems.push(problem);
    }
    const groupId = rules.groupId ?? namedGroup(cell('groupId'));
    return {
      problems,
      emailKey: key,
      groupId: rules.groupId === null ? groupId : null,
      alreadyDone: resultColumn !== null && rules.saysDone(table.cell(row, resultColumn)),
      groupIgnored: rules.groupId !== null && cell('groupId') !== '',
      draft: updates || problems.length > 0 || groupId === null ? null : draftOf(cell, kind, groupId)
    };
  };

  const update = (row: number, before: Technician, edits?: RowEdits): TechnicianUpdate =>
    updateOf((column) => text(row, column, edits), before, rules.groupId);

  return { text, check, emailKey: keyOf, update };
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

/** An empty cell changes nothing, nor does one that cannot be read: that is a problem of its own. */
function updateOf(
  cell: (column: ColumnId) => string,
  before: Technician,
  chosenGroup: GroupId | null
): TechnicianUpdate {
  const password = cell('password');
  const yes = (column: 'enabled' | 'standardLicense' | 'mobileLicense'): boolean =>
    parseYesNo(cell(column)) ?? before[column];
  return {
    before,
    after: {
      ...before,
      name: cell('name') || before.name,
      nickname: cell('nickname') || before.nickname,
      ssoId: cell('ssoId') || before.ssoId,
      description: cell('description') || before.description,
      enabled: yes('enabled'),
      standardLicense: yes('standardLicense'),
      mobileLicense: yes('mobileLicense'),
      groupId: chosenGroup ?? namedGroup(cell('groupId')) ?? before.groupId
    },
    ...(password !== '' && { password })
  };
}
