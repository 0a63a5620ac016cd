import { describe, expect, test } from 'vitest';
import { type Asked, authorize } from '#lib/domain/authorization.ts';
import { defaultSettings } from '#lib/domain/settings.ts';
import type { Group, GroupId } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';

const group = (id: number, parentId: number | null): Group => ({
  id,
  parentId,
  name: `G${id}`,
  description: '',
  enabled: true
});
// 2 is assigned, with 3 and 4 below it; 1 is above it, 5 elsewhere.
const tree = new OrgTree([group(1, null), group(2, 1), group(3, 2), group(4, 3), group(5, null)]);
const person = { id: 1, name: 'P', email: 'p@example.org', description: '', enabled: true };
const master: Person = { ...person, role: 'master-administrator' };
const administrator: Person = { ...person, role: 'administrator', assignedGroupIds: [2] };
const technicianFields = { nickname: '', ssoId: '', standardLicense: true, mobileLicense: false };
const technician: Person = { ...person, ...technicianFields, role: 'technician', groupId: 2 };
const fields = { name: 'T', email: 't@example.org', description: '', enabled: true, ...technicianFields };
/** Person 30 is in group 3, person 50 in group 5. */
const groupOf = (personId: number): GroupId | undefined => ({ 30: 3, 50: 5 })[personId];

const inside: [string, Asked][] = [
  ['create in the assigned group', { kind: 'create-group', parentId: 2, name: 'N' }],
  ['update the assigned group', { kind: 'update-group', groupId: 2, name: 'N' }],
  ['move within', { kind: 'move-group', groupId: 4, parentId: 2 }],
  ['delete below', { kind: 'delete-group', groupId: 4 }],
  ['restore below', { kind: 'restore-group', group: group(9, 3), assignedTo: [] }],
  ['create a technician', { kind: 'create-technician', groupId: 3, fields, password: 'Sample12' }],
  ['update a technician', { kind: 'update-technician', personId: 30, changes: { enabled: false } }],
  ['move a technician within', { kind: 'move-technicians', personIds: [30], groupId: 2 }],
  ['delete a technician', { kind: 'delete-technicians', personIds: [30] }],
  ['restore a technician', { kind: 'restore-technicians', technicians: [{ personId: 30, groupId: 2 }] }],
  ['import', { kind: 'import-users', groupIds: [2, 4] }]
];

const outside: [string, Asked][] = [
  ['create at the top', { kind: 'create-group', parentId: null, name: 'N' }],
  ['create above', { kind: 'create-group', parentId: 1, name: 'N' }],
  ['update elsewhere', { kind: 'update-group', groupId: 5, name: 'N' }],
  ['move out', { kind: 'move-group', groupId: 4, parentId: 5 }],
  ['move in', { kind: 'move-group', groupId: 5, parentId: 2 }],
  ['move the assigned group itself', { kind: 'move-group', groupId: 2, parentId: null }],
  ['delete the assigned group itself', { kind: 'delete-group', groupId: 2 }],
  ['delete an unknown group', { kind: 'delete-group', groupId: 99 }],
  ['restore elsewhere', { kind: 'restore-group', group: group(9, 5), assignedTo: [] }],
  ['create a technician elsewhere', { kind: 'create-technician', groupId: 5, fields, password: 'Sample12' }],
  ['update a technician elsewhere', { kind: 'update-technician', personId: 50, changes: { enabled: false } }],
  ['update an administrator', { kind: 'update-technician', personId: 1, changes: { enabled: false } }],
  ['move a technician out', { kind: 'move-technicians', personIds: [30], groupId: 5 }],
  ['move a technician in', { kind: 'move-technicians', personIds: [30, 50], groupId: 2 }],
  ['delete a technician elsewhere', { kind: 'delete-technicians', personIds: [30, 50] }],
  ['restore elsewhere', { kind: 'restore-technicians', technicians: [{ personId: 30, groupId: 5 }] }],
  ['import partly elsewhere', { kind: 'import-users', groupIds: [2, 5] }],
  ['change settings', { kind: 'update-settings', changes: { importRowLimit: defaultSettings.importRowLimit } }],
  ['rename the organization', { kind: 'rename-organization', name: 'N' }]
];

describe.each([...inside, ...outside])('%s', (_, asked) => {
  test('a Master Administrator may', () => {
    expect(authorize(master, asked, tree, groupOf)).toBeNull();
  });

  test('a technician may not', () => {
    expect(authorize(technician, asked, tree, groupOf)).toEqual({ code: 'not-allowed' });
  });

  test('nobody may who is disabled', () => {
    expect(authorize({ ...master, enabled: false }, asked, tree, groupOf)).toEqual({ code: 'not-allowed' });
  });
});

test.each(inside)('an Administrator may %s', (_, asked) => {
  expect(authorize(administrator, asked, tree, groupOf)).toBeNull();
});

test.each(outside)('an Administrator may not %s', (_, asked) => {
  expect(authorize(administrator, asked, tree, groupOf)).toEqual({ code: 'not-allowed' });
});
