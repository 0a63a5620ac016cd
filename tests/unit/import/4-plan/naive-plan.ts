import { authorize } from '#lib/domain/authorization.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person, Technician } from '#lib/domain/person.ts';
import type { ProblemCode } from '#lib/import/problems.ts';
import type { ExistingPeople, RowChecker, RowEdits } from '#lib/import/road.ts';
import type { PlanFacts } from '#lib/import/4-plan/plan-facts.ts';

export interface NaiveRow {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'failed' | 'left-out';
  readonly codes: readonly ProblemCode[];
}

export interface NaiveFacts extends PlanFacts {
  readonly people: ReadonlyMap<string, Person>;
  readonly existing: ExistingPeople;
  readonly rowLimit: number | null;
}

type Fate = { codes: Set<ProblemCode>; before: Technician | null; after: Seats | null; same: boolean };
type Seats = Pick<Technician, 'enabled' | 'standardLicense' | 'mobileLicense'>;

/** The oracle: each rule as the specification says it, over all rows, as slowly as it may be. */
export function naivePlan(
  rowCount: number,
  checker: RowChecker,
  facts: NaiveFacts,
  edits: (row: number) => RowEdits | undefined,
  leftOut: ReadonlySet<number>
): NaiveRow[] {
  const keys = Array.from({ length: rowCount }, (_, row) => checker.check(row, edits(row)).emailKey);
  const fates = keys.map((key, row) => {
    const fate = fateOf(row, key, checker, facts, edits(row));
    if (key !== '' && keys.filter((other, at) => other === key && !leftOut.has(at)).length > 1)
      fate.codes.add('duplicate-email');
    return fate;
  });

  let { standard, mobile } = facts.seatsUsed;
  let places = 0;
  return fates.map(({ codes, before, after, same }, row): NaiveRow => {
    if (leftOut.has(row)) return { outcome: 'left-out', codes: [] };
    if (++places > (facts.rowLimit ?? Infinity)) codes.add('too-many-rows');
    if (codes.size === 0 && after) {
      const more = {
        standard: takes(after, 'standard') - takes(before, 'standard'),
        mobile: takes(after, 'mobile') - takes(before, 'mobile')
      };
      const noStandard = more.standard > 0 && standard >= (facts.settings.standardSeats ?? Infinity);
      const noMobile = more.mobile > 0 && mobile >= (facts.settings.mobileSeats ?? Infinity);
      if (noStandard) codes.add('no-standard-seat');
      if (noMobile) codes.add('no-mobile-seat');
      if (!noStandard && !noMobile) {
        standard += more.standard;
        mobile += more.mobile;
      }
    }
    if (codes.size > 0) return { outcome: 'failed', codes: [...codes] };
    return { outcome: before === null ? 'created' : same ? 'unchanged' : 'updated', codes: [] };
  });
}

function fateOf(row: number, key: string, checker: RowChecker, facts: NaiveFacts, edits: RowEdits | undefined): Fate {
  const { problems, groupId } = checker.check(row, edits);
  const codes = new Set<ProblemCode>(problems.map(({ code }) => code));
  const tree = new OrgTree(facts.groups);
  const reaches = (id: number): boolean =>
    facts.actor !== null && authorize(facts.actor, { kind: 'import-users', groupIds: [id] }, tree) === null;
  const judge = (id: number): void => {
    const group = tree.group(id);
    if (!group) codes.add('group-unknown');
    else if (!reaches(id)) codes.add('group-not-yours');
    else if (!group.enabled) codes.add('group-disabled');
  };
  const owner = facts.people.get(key);
  if (owner?.role !== 'technician' || facts.existing !== 'update') {
    if (owner) codes.add('email-in-use');
    if (groupId !== null) judge(groupId);
    return { codes, before: null, after: problems.length > 0 ? null : checker.draft(row, edits), same: false };
  }
  const text = (column: Parameters<RowChecker['text']>[1]): string => checker.text(row, column, edits);
  const yes = (column: keyof Seats): boolean => (text(column) === '' ? owner[column] : text(column) === 'yes');
  const after = {
    enabled: yes('enabled'),
    standardLicense: yes('standardLicense'),
    mobileLicense: yes('mobileLicense')
  };
  const name = text('name') || owner.name;
  const stays = groupId === null || groupId === owner.groupId;
  if (!reaches(owner.groupId)) {
    codes.add('person-not-yours');
    if (groupId !== null) judge(groupId);
  } else if (!stays) judge(groupId);
  const same =
    stays && text('password') === '' && name === owner.name && JSON.stringify(after) === JSON.stringify(seatsOf(owner));
  return { codes, before: owner, after, same };
}

function seatsOf({ enabled, standardLicense, mobileLicense }: Technician): Seats {
  return { enabled, standardLicense, mobileLicense };
}

function takes(person: Seats | null, license: 'standard' | 'mobile'): number {
  return person?.enabled && person[`${license}License`] ? 1 : 0;
}
