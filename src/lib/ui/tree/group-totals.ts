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

/**
 * For each group with people in it or below it how many; under null those of the whole organization. Upwards from those
 * that have people, so that nothing is sorted that nobody looks at.
 */
export function groupTotals(
  tree: OrgTree,
  own: ReadonlyMap<GroupId, PeopleCounts>
): ReadonlyMap<GroupId | null, PeopleCounts> {
  const totals = new Map<GroupId | null, PeopleCounts>([[null, NOBODY]]);
  const add = (id: GroupId | null, counts: PeopleCounts): void => {
    totals.set(id, sum(totals.get(id) ?? NOBODY, counts));
  };
  for (const [groupId, counts] of own) {
    if (!tree.group(groupId)) continue;
    add(groupId, counts);
    for (const { id } of tree.ancestors(groupId)) add(id, counts);
    add(null, counts);
  }
  return totals;
}
