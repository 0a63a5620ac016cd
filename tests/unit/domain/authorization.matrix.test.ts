import { describe, expect, test } from 'vitest';
import { type Asked, authorize } from '#lib/domain/authorization.ts';
import { commandKinds, isRefusal } from '#lib/domain/change.ts';
import type { Group, GroupId } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { PermissionId } from '#lib/domain/permissions.ts';
import type { Person } from '#lib/domain/person.ts';

const group = (id: number, parentId: number | null): Group => {
  return { id, parentId, name: `G${id}`, description: '', enabled: true };
};
// The Administrator has 2, with 3 and 4 below it; 1 is above it, 5 elsewhere. Technician 30 is in 3, 50 in 5.
const tree = new OrgTree([group(1, null), group(2, 1), group(3, 2), group(4, 3), group(5, null)]);
const groupOf = (personId: number): GroupId | undefined => ({ 30: 3, 40: 4, 50: 5 })[personId];
/** 'reboot' is locked at 3, so for 3 and 4. */
const lockOf = (groupId: GroupId | null, permission: PermissionId): GroupId | undefined =>
  permission === 'reboot' && (groupId === 3 || groupId === 4) ? 3 : undefined;

const base = { id: 9, name: 'P', email: 'p@example.org', description: '', enabled: true };
const own = { nickname: '', ssoId: '', standardLicense: true, mobileLicense: false };
const master: Person = { ...base, role: 'master-administrator' };
const administrator: Person = { ...base, role: 'administrator', assignedGroupIds: [2] };
const technician: Person = { ...base, ...own, id: 30, role: 'technician', groupId: 3 };
const { id: _, ...fields } = base;
const setting = { value: true, locked: false };

interface Row {
  /** What an Administrator of group 2 may. */
  readonly inside: readonly Asked[];
  /** What that Administrator may not, whatever the place. */
  readonly outside: readonly Asked[];
  readonly technician?: true;
  readonly notEvenMaster?: true;
}

/** Each kind of command has a row: a new one without a row fails below. Whatever is not said here nobody but a Master may. */
const matrix: Readonly<Record<Asked['kind'], Row>> = {
  'create-group': {
    inside: [{ kind: 'create-group', parentId: 2, name: 'N' }],
    outside: [
      { kind: 'create-group', parentId: null, name: 'N' },
      { kind: 'create-group', parentId: 1, name: 'N' },
      { kind: 'create-group', parentId: 5, name: 'N' }
    ]
  },
  'update-group': {
    inside: [
      { kind: 'update-group', groupId: 2, name: 'N' },
      { kind: 'update-group', groupId: 4, enabled: false }
    ],
    outside: [
      { kind: 'update-group', groupId: 1, name: 'N' },
      { kind: 'update-group', groupId: 99, name: 'N' }
    ]
  },
  'move-group': {
    inside: [{ kind: 'move-group', groupId: 4, parentId: 2 }],
    outside: [
      { kind: 'move-group', groupId: 4, parentId: 5 },
      { kind: 'move-group', groupId: 4, parentId: null },
      { kind: 'move-group', groupId: 5, parentId: 2 },
      { kind: 'move-group', groupId: 2, parentId: 3 }
    ]
  },
  'delete-group': {
    inside: [
      { kind: 'delete-group', groupId: 4 },
      { kind: 'delete-group', groupId: 4, moveContentTo: 2 }
    ],
    outside: [
      { kind: 'delete-group', groupId: 2 },
      { kind: 'delete-group', groupId: 5 },
      { kind: 'delete-group', groupId: 4, moveContentTo: 5 }
    ]
  },
  'restore-group': {
    inside: [{ kind: 'restore-group', group: group(9, 3), assignedTo: [] }],
    outside: [
      { kind: 'restore-group', group: group(9, 5), assignedTo: [] },
      { kind: 'restore-group', group: group(9, null), assignedTo: [] }
    ]
  },
  'set-permissions': {
    inside: [
      { kind: 'set-permissions', groupId: 3, changes: { 'send-files': setting } },
      { kind: 'set-permissions', groupId: 2, changes: { reboot: setting, 'send-files': null } }
    ],
    outside: [
      { kind: 'set-permissions', groupId: null, changes: { 'send-files': setting } },
      { kind: 'set-permissions', groupId: 5, changes: { 'send-files': setting } },
      { kind: 'set-permissions', groupId: 2, changes: { 'send-files': { value: true, locked: true } } },
      { kind: 'set-permissions', groupId: 3, changes: { reboot: null } },
      { kind: 'set-permissions', groupId: 4, changes: { reboot: setting } }
    ]
  },
  'create-technician': {
    inside: [{ kind: 'create-technician', groupId: 3, fields: { ...fields, ...own }, password: 'Sample12' }],
    outside: [{ kind: 'create-technician', groupId: 5, fields: { ...fields, ...own }, password: 'Sample12' }]
  },
  'update-technician': {
    inside: [{ kind: 'update-technician', personId: 30, changes: { enabled: false } }],
    outside: [
      { kind: 'update-technician', personId: 50, changes: { enabled: false } },
      // Who has no group is an administrator, or gone.
      { kind: 'update-technician', personId: 9, changes: { enabled: true } }
    ]
  },
  'move-technicians': {
    inside: [{ kind: 'move-technicians', personIds: [30, 40], groupId: 2 }],
    outside: [
      { kind: 'move-technicians', personIds: [30], groupId: 5 },
      { kind: 'move-technicians', personIds: [30, 50], groupId: 2 }
    ]
  },
  'delete-technicians': {
    inside: [{ kind: 'delete-technicians', personIds: [30, 40] }],
    outside: [{ kind: 'delete-technicians', personIds: [30, 50] }]
  },
  'restore-technicians': {
    inside: [{ kind: 'restore-technicians', technicians: [{ personId: 30, groupId: 2 }] }],
    outside: [
      { kind: 'restore-technicians', technicians: [{ personId: 30, groupId: 5 }] },
      { kind: 'restore-technicians', technicians: [{ personId: 50, groupId: 2 }] }
    ]
  },
  several: {
    inside: [
      {
        kind: 'several',
        commands: [
          { kind: 'delete-group', groupId: 4 },
          { kind: 'delete-technicians', personIds: [30] }
        ]
      }
    ],
    outside: [
      {
        kind: 'several',
        commands: [
          { kind: 'delete-technicians', personIds: [30] },
          { kind: 'delete-technicians', personIds: [50] }
        ]
      }
    ]
  },
  'import-users': {
    inside: [{ kind: 'import-users', groupIds: [2, 4] }],
    outside: [{ kind: 'import-users', groupIds: [2, 5] }]
  },
  'undo-import': {
    inside: [{ kind: 'undo-import', groupIds: [3, 4] }],
    outside: [{ kind: 'undo-import', groupIds: [3, 1] }]
  },
  'dismiss-import-notice': {
    inside: [{ kind: 'dismiss-import-notice', groupIds: [4] }],
    outside: [{ kind: 'dismiss-import-notice', groupIds: [1] }]
  },
  'create-administrator': {
    inside: [],
    outside: [
      { kind: 'create-administrator', role: 'administrator', fields, assignedGroupIds: [3], password: 'Sample12' },
      { kind: 'create-administrator', role: 'master-administrator', fields, password: 'Sample12' }
    ]
  },
  'update-administrator': {
    inside: [],
    outside: [
      { kind: 'update-administrator', personId: 9, changes: { role: 'master-administrator' } },
      { kind: 'update-administrator', personId: 8, changes: { enabled: false } }
    ]
  },
  'delete-administrators': { inside: [], outside: [{ kind: 'delete-administrators', personIds: [8] }] },
  'restore-administrators': { inside: [], outside: [{ kind: 'restore-administrators', personIds: [8] }] },
  'assign-administrator': {
    inside: [],
    outside: [
      { kind: 'assign-administrator', personId: 9, groupId: 5 },
      { kind: 'assign-administrator', personId: 8, groupId: 3 }
    ]
  },
  'unassign-administrator': { inside: [], outside: [{ kind: 'unassign-administrator', personId: 8, groupId: 3 }] },
  'update-settings': { inside: [], outside: [{ kind: 'update-settings', changes: { standardSeats: 1 } }] },
  'rename-organization': { inside: [], outside: [{ kind: 'rename-organization', name: 'N' }] },
  'read-audit': { inside: [], outside: [{ kind: 'read-audit' }] },
  'update-own-account': {
    inside: [],
    outside: [{ kind: 'update-own-account', changes: { nickname: 'N' } }],
    technician: true,
    notEvenMaster: true
  }
};

const may = (actor: Person, asked: Asked): boolean => !isRefusal(authorize(actor, asked, tree, groupOf, lockOf));

test('every kind of command has its row', () => {
  const rows = Object.keys(matrix);
  expect(commandKinds.filter((kind) => !rows.includes(kind))).toEqual([]);
  for (const { inside, outside } of Object.values(matrix)) expect(inside.length + outside.length).toBeGreaterThan(0);
});

describe.each(Object.entries(matrix))('%s', (kind, row) => {
  const all = [...row.inside, ...row.outside];

  test('the row is about this kind', () => {
    expect(all.filter((asked) => asked.kind !== kind)).toEqual([]);
  });

  test('a Master Administrator', () => {
    for (const asked of all) expect([asked, may(master, asked)]).toEqual([asked, !row.notEvenMaster]);
  });

  test('an Administrator, inside the assigned groups and outside', () => {
    for (const asked of row.inside) expect([asked, may(administrator, asked)]).toEqual([asked, true]);
    for (const asked of row.outside) expect([asked, may(administrator, asked)]).toEqual([asked, false]);
  });

  test('an Administrator without any group', () => {
    const idle: Person = { ...administrator, assignedGroupIds: [] };
    for (const asked of all) expect([asked, may(idle, asked)]).toEqual([asked, false]);
  });

  test('a technician, also where it is their own group', () => {
    for (const asked of all) expect([asked, may(technician, asked)]).toEqual([asked, row.technician === true]);
  });

  test('nobody who is disabled', () => {
    for (const actor of [master, administrator, technician])
      for (const asked of all) expect(may({ ...actor, enabled: false }, asked)).toBe(false);
  });
});

test('a refusal because of a lock says where it is; any other says nothing', () => {
  const asked: Asked = { kind: 'set-permissions', groupId: 4, changes: { reboot: setting } };
  expect(authorize(administrator, asked, tree, groupOf, lockOf)).toEqual({ code: 'permission-locked', groupId: 3 });
  expect(authorize(technician, asked, tree, groupOf, lockOf)).toEqual({ code: 'not-allowed' });
});
