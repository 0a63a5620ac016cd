/** What a toast says of a change: one by its name, several by their number. */
import type { OrgTree } from '#lib/domain/org-tree.ts';
import { allOf, listed } from '#lib/wording/lists.ts';
import { m } from '#i18n/messages.js';
import { countOf, type Carried, type GroupContent } from './carried.ts';

/** "3 groups, 2 people", or the one's own name. */
export function saidCarried(carried: Carried, name: string): string {
  if (countOf(carried) === 1 && name !== '') return m.tree_one({ name });
  const people = carried.technicians.length + carried.administrators.length;
  const parts: string[] = [];
  if (carried.groups.length > 0) parts.push(m.tree_groups_count({ count: carried.groups.length }));
  if (people > 0) parts.push(m.tree_people({ count: people }));
  return listed(parts);
}

export function saidMoved(carried: Carried, name: string, target: string): string {
  const what = saidCarried(carried, name);
  return carried.administrators.length > 0 ? m.tree_assigned({ what, target }) : m.tree_moved({ what, target });
}

/** `now`: of the first that is elsewhere, its group or what it stands under. */
export function saidMovedMeanwhile(
  carried: Carried,
  name: string,
  now: Readonly<Record<string, unknown>>,
  tree: OrgTree
): string {
  const id = now['groupId'] ?? now['parentId'];
  const place = (typeof id === 'number' && tree.group(id)?.name) || m.tree_groups();
  return countOf(carried) === 1 && name !== ''
    ? m.tree_moved_meanwhile({ name, place })
    : m.tree_moved_meanwhile_some({ place });
}

export function saidSwitched(carried: Carried, name: string, enabled: boolean): string {
  const what = saidCarried(carried, name);
  return enabled ? m.tree_switched_on({ what }) : m.tree_switched_off({ what });
}

export function saidDeleted(carried: Carried, name: string): string {
  return m.tree_deleted({ what: saidCarried(carried, name) });
}

/** "3 people and 2 technician groups". */
export function saidContent({ people, groups }: GroupContent): string {
  const parts: string[] = [];
  if (people > 0) parts.push(m.tree_people({ count: people }));
  if (groups > 0) parts.push(m.tree_groups_count({ count: groups }));
  return allOf(parts);
}
