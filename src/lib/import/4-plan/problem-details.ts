import type { GroupId } from '#lib/domain/group.ts';
import type { ColumnId, ImportKind } from '#lib/import/kinds.ts';
import type { EmailOwner } from '#lib/import/organization-facts.ts';
import type { Problem } from '#lib/import/problems.ts';
import type { CheckedRow, RowChecker, RowEdits, Table } from '#lib/import/road.ts';
import type { EmailIndex } from './email-index.ts';
import type { GroupChecks } from './group-checks.ts';
import type { KnownPeople } from './known-people.ts';
import type { PlanFacts } from './plan-facts.ts';
import { GROUP_PROBLEMS, problemBit, UPDATES, type RowState } from './row-state.ts';
import type { RowLimit } from './row-order.ts';

/** More are counted, not named. */
const NAMED_ROWS = 20;

/** What the problems of a row are made of. */
export interface ProblemContext {
  readonly kind: ImportKind;
  readonly table: Table;
  readonly checker: RowChecker;
  readonly facts: PlanFacts;
  readonly rowLimit: RowLimit;
  readonly emails: EmailIndex;
  readonly groups: GroupChecks;
  readonly owners: ReadonlyMap<string, EmailOwner>;
  readonly people: KnownPeople;
  readonly chosenGroup: GroupId | null;
}

/** All problems that the state of a row names, with what their sentences need, in the order of its cells. */
export function problemsOf(
  row: number,
  state: RowState,
  edits: RowEdits | undefined,
  context: ProblemContext
): readonly Problem[] {
  const checked = context.checker.check(row, edits);
  const text = (column: ColumnId): string => context.checker.text(row, column, edits);
  const problems = [
    ...checked.problems,
    ...amongOthers(row, state, checked, text, context),
    ...inOrder(state, context)
  ];
  const place = ({ field }: Problem): number => context.kind.columns.findIndex(({ id }) => id === field);
  return problems.sort((a, b) => place(a) - place(b));
}

function amongOthers(
  row: number,
  state: RowState,
  checked: CheckedRow,
  text: (column: ColumnId) => string,
  { kind, emails, groups, owners, people, table, chosenGroup }: ProblemContext
): readonly Problem[] {
  const problems: Problem[] = [];
  const value = text('email');
  if (state & problemBit('duplicate-email')) {
    problems.push({
      field: 'email',
      code: 'duplicate-email',
      value,
      ...otherRows(row, emails.rows(checked.emailKey), table),
      ...(state & problemBit('email-in-use') && { taken: true })
    });
  }
  if (state & problemBit('email-in-use')) {
    const owner = owners.get(checked.emailKey);
    const { personId, name, groupName } = owner ?? { personId: 0, name: value, groupName: '' };
    const role = owner && { role: owner.role };
    problems.push({ field: 'email', code: 'email-in-use', value, personId, personName: name, ...role, groupName });
  }
  const person = people.person(checked.emailKey);
  if (state & problemBit('person-not-yours') && person?.role === 'technician') {
    const groupName = groups.named(person.groupId).name;
    problems.push({ field: 'email', code: 'person-not-yours', value, personName: person.name, groupName });
  }
  // Who stays where they are is asked nothing of the group.
  const stays = (state & UPDATES) !== 0 && (state & GROUP_PROBLEMS) === 0;
  if (stays) return problems;
  const group =
    chosenGroup === null
      ? checked.groupId !== null && groups.problem(checked.groupId, text('groupId'))
      : chosenProblem(groups.problem(chosenGroup, String(chosenGroup)), kind);
  return group ? [...problems, group] : problems;
}

/** On the cell of a name, where the kind has no column for groups. */
function chosenProblem(problem: ReturnType<GroupChecks['problem']>, kind: ImportKind): Problem | null {
  return problem && { ...problem, field: fieldOr('groupId', kind), chosen: true };
}

function fieldOr(column: ColumnId, kind: ImportKind): ColumnId {
  return kind.columns.some(({ id }) => id === column) ? column : 'name';
}

function otherRows(row: number, rows: readonly number[], table: Table): { otherRows: number[]; otherRowCount: number } {
  const named = rows.slice(0, NAMED_ROWS + 1).filter((other) => other !== row);
  return {
    otherRows: named.slice(0, NAMED_ROWS).map((other) => table.rowNumber(other)),
    otherRowCount: rows.length - 1
  };
}

function inOrder(state: RowState, { kind, facts: { settings }, rowLimit }: ProblemContext): readonly Problem[] {
  const problems: Problem[] = [];
  if (state & problemBit('too-many-rows'))
    problems.push({ field: 'name', code: 'too-many-rows', allowed: rowLimit ?? 0 });
  if (state & problemBit('no-standard-seat')) {
    problems.push({
      field: fieldOr('standardLicense', kind),
      code: 'no-standard-seat',
      seats: settings.standardSeats ?? 0
    });
  }
  if (state & problemBit('no-mobile-seat')) {
    problems.push({ field: fieldOr('mobileLicense', kind), code: 'no-mobile-seat', seats: settings.mobileSeats ?? 0 });
  }
  return problems;
}
