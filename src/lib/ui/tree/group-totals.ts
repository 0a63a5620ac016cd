import type { GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';

/** People of a group; licences count enabled people only. */
export interface PeopleCounts {
  readonly people: number;
  readonly enabled: number;
  readonly standard: number;
  readonly mobile: number;
}

export const NOBODY: PeopleCounts = { people: 0, enabled: 0, standard: 0, mobile: 0 };

function sum(a: PeopleCounts, b: PeopleCounts): PeopleCounts {
  return {
    people: a.people + b.people,
    enabled: a.enabled + b.enabled,
    standard: a.standard + b.standard,
    mobile: a.mobile + b.mobile
  };
}

/** For each group the people in it and below it; under null those of the whole organization. */
export function groupTotals(
  tree: OrgTree,
  own: ReadonlyMap<GroupId, PeopleCounts>
): ReadonlyMap<GroupId | null, PeopleCounts> {
  const totals = new Map<GroupId | null, PeopleCounts>();
  const add = (id: GroupId | null): PeopleCounts => {
    let total = id === null ? NOBODY : (own.get(id) ?? NOBODY);
    for (const child of tree.children(id)) total = sum(total, add(child.id));
    totals.set(id, total);
    return total;
  };
  add(null);
  return totals;
}
