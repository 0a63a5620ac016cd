import { keyOfEmail, type Technician } from '#lib/domain/person.ts';
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

/** A row's texts as RowChecker hands them on; '' where the file has no such column. */
type RowTexts = Readonly<Record<ColumnId, string>>;

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
  const columns = kind.columns.filter(({ id }) => id !== 'groupId' || rules.groupId === null);
  const ownColumns = new Set(kind.columns.map(({ id }) => id));

  const text = (row: number, column: ColumnId, edits?: RowEdits): string => {
    const index = matching[column];
    const cell = edits?.get(column) ?? (typeof index === 'number' ? table.cell(row, index) : '');
    return column === 'password' ? cell : cell.trim();
  };

  const keyOf = (row: number, edits?: RowEdits): string => keyOfEmail(text(row, 'email', edits));

  const texts = (row: number, edits?: RowEdits): RowTexts => ({
    name: text(row, 'name', edits),
    nickname: text(row, 'nickname', edits),
    email: text(row, 'email', edits),
    ssoId: text(row, 'ssoId', edits),
    description: text(row, 'description', edits),
    password: text(row, 'password', edits),
    enabled: text(row, 'enabled', edits),
    standardLicense: text(row, 'standardLicense', edits),
    mobileLicense: text(row, 'mobileLicense', edits),
    groupId: text(row, 'groupId', edits)
  });

  const problemsIn = (cells: RowTexts, key: string, updates: boolean): readonly Problem[] => {
    let problems: Problem[] | undefined;
    for (const column of columns) {
      const cell = cells[column.id];
      // What has a key is an email.
      if (column.id === 'email' ? key !== '' : updates && cell === '') continue;
      const problem = checkCell(column, cell, rules.minimumPasswordStrength);
      if (problem !== null) (problems ??= []).push(problem);
    }
    return problems ?? NO_PROBLEMS;
  };

  const check = (row: number, edits?: RowEdits): CheckedRow => {
    const cells = texts(row, edits);
    const key = keyOfEmail(cells.email);
    const updates = rules.updates?.(key) ?? false;
    const problems = problemsIn(cells, key, updates);
    const groupId = rules.groupId ?? namedGroup(cells.groupId);
    return {
      problems,
      emailKey: key,
      groupId: rules.groupId === null ? groupId : null,
      alreadyDone: resultColumn !== null && rules.saysDone(table.cell(row, resultColumn)),
      groupIgnored: rules.groupId !== null && cells.groupId !== '',
      draft: updates || problems.length > 0 || groupId === null ? null : draftOf(cells, kind, ownColumns, groupId)
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
function draftOf(
  cells: RowTexts,
  { defaults }: ImportKind,
  own: ReadonlySet<ColumnId>,
  groupId: GroupId
): TechnicianDraft {
  const words = (column: 'nickname' | 'ssoId' | 'description'): string =>
    own.has(column) ? cells[column] : defaults[column];
  const yes = (column: 'enabled' | 'standardLicense' | 'mobileLicense'): boolean =>
    parseYesNo(cells[column]) ?? defaults[column];
  return {
    name: cells.name,
    nickname: words('nickname'),
    email: cells.email,
    ssoId: words('ssoId'),
    description: words('description'),
    password: cells.password,
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
