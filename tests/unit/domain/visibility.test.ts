import { expect, test } from 'vitest';
import type { Group } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';
import { mayReadImport, visibleGroups } from '#lib/domain/visibility.ts';

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

const master: Person = { ...base, role: 'master-administrator' };
const readers = {
  master,
  'an Administrator': administrator,
  'an Administrator of nothing': { ...administrator, assignedGroupIds: [] },
  'a disabled Administrator': { ...administrator, enabled: false },
  'a technician': {
    ...{ ...base, role: 'technician', groupId: 2, nickname: '', ssoId: '' },
    ...{ standardLicense: false, mobileLicense: false }
  }
} satisfies Record<string, Person>;

test.each<[keyof typeof readers, string, string]>([
  // Imports into: an assigned group, one below it, the one above, another, one that is gone; several, another's and one's own.
  ['master', '+ + + + + + +', '+ + + + + + +'],
  ['an Administrator', '+ + - - - - +', '+ + + + + - +'],
  ['an Administrator of nothing', '- - - - - - +', '+ + + + + - +'],
  ['a disabled Administrator', '- - - - - - -', '- - - - - - -'],
  ['a technician', '- - - - - - -', '- - - - - - -']
])('%s reads imports: %s where groups show only to the assigned, else %s', (who, assignedOnly, otherwise) => {
  const imports = [
    ...[2, 3, 1, 4, 99, null].map((groupId) => ({ groupId, actorId: 1 })),
    { groupId: null, actorId: 9 }
  ];
  const read = (settings: typeof only) =>
    imports.map((record) => (mayReadImport(readers[who], record, tree, settings) ? '+' : '-')).join(' ');
  expect([read(only), read(everyone)]).toEqual([assignedOnly, otherwise]);
});
