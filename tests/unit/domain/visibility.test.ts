import { expect, test } from 'vitest';
import type { Group } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';
import { visibleGroups } from '#lib/domain/visibility.ts';

const group = (id: number, parentId: number | null): Group => {
  return { id, parentId, name: `G${id}`, description: '', enabled: true };
};
const tree = new OrgTree([group(1, null), group(2, 1), group(3, 2), group(4, null)]);
const base = { id: 9, name: 'P', email: 'p@example.org', description: '', enabled: true };
const only = { groupsOnlyToAssignedAdministrators: true };
const everyone = { groupsOnlyToAssignedAdministrators: false };
const administrator: Person = { ...base, role: 'administrator', assignedGroupIds: [2, 3] };

test('an Administrator sees the assigned groups, those below, and the names that lead there', () => {
  expect(visibleGroups(administrator, tree, only)).toEqual({ inside: new Set([2, 3]), leadingTo: new Set([1]) });
  expect(visibleGroups({ ...administrator, assignedGroupIds: [] }, tree, only)?.inside.size).toBe(0);
});

test('without the setting an Administrator sees all, as a Master Administrator always does', () => {
  expect(visibleGroups(administrator, tree, everyone)).toBeNull();
  expect(visibleGroups({ ...base, role: 'master-administrator' }, tree, only)).toBeNull();
});
