import { OrgTree } from '#lib/domain/org-tree.ts';
import type { ProblemCode } from '#lib/import/problems.ts';
import type { RowChecker, RowEdits } from '#lib/import/road.ts';
import type { PlanFacts } from '#lib/import/4-plan/plan-facts.ts';

export interface NaiveRow {
  readonly leftOut: boolean;
  readonly codes: readonly ProblemCode[];
}

/** The oracle: each rule as the specification says it, over all rows, as slowly as it may be. */
export function naivePlan(
  rowCount: number,
  checker: RowChecker,
  facts: PlanFacts,
  rowLimit: number | null,
  edits: (row: number) => RowEdits | undefined,
  leftOut: ReadonlySet<number>
): NaiveRow[] {
  const rows = Array.from({ length: rowCount }, (_, row) => checker.check(row, edits(row)));
  const tree = new OrgTree(facts.groups);
  const result = rows.map(({ problems, emailKey, groupId }, row): NaiveRow => {
    const codes = new Set<ProblemCode>(problems.map(({ code }) => code));
    const same = rows.filter((other, at) => other.emailKey === emailKey && !leftOut.has(at));
    if (emailKey !== '' && same.length > 1) codes.add('duplicate-email');
    if (facts.emailKeys.has(emailKey)) codes.add('email-in-use');
    if (groupId !== null && !tree.group(groupId)) codes.add('group-unknown');
    if (groupId !== null && tree.group(groupId)?.enabled === false) codes.add('group-disabled');
    return leftOut.has(row) ? { leftOut: true, codes: [] } : { leftOut: false, codes: [...codes] };
  });
  const { standardSeats, mobileSeats } = facts.settings;
  let { standard, mobile } = facts.seatsUsed;
  let places = 0;
  return result.map(({ leftOut: out, codes }, row) => {
    const more: ProblemCode[] = [];
    if (!out && ++places > (rowLimit ?? Infinity)) more.push('too-many-rows');
    const draft = rows[row]?.draft;
    if (!out && codes.length === 0 && more.length === 0 && draft?.enabled) {
      const standardFits = !draft.standardLicense || standard < (standardSeats ?? Infinity);
      const mobileFits = !draft.mobileLicense || mobile < (mobileSeats ?? Infinity);
      if (!standardFits) more.push('no-standard-seat');
      if (!mobileFits) more.push('no-mobile-seat');
      if (standardFits && mobileFits) {
        standard += draft.standardLicense ? 1 : 0;
        mobile += draft.mobileLicense ? 1 : 0;
      }
    }
    return { leftOut: out, codes: [...codes, ...more] };
  });
}
