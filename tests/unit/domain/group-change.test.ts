import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GroupCommand, isRefusal } from '#lib/domain/change.ts';
import { changeGroups } from '#lib/domain/group-change.ts';
import type { Group, GroupId } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';

/** The groups as whoever keeps them would: applies changes and never gives an id twice. */
class Keeper {
  readonly groups = new Map<GroupId, Group>();
  nextGroupId = 1;

  do(command: GroupCommand) {
    const around = { nextGroupId: this.nextGroupId, peopleIn: () => 0, assignedTo: () => [] };
    const change = changeGroups(new OrgTree(this.groups.values()), command, around);
    if (isRefusal(change)) return change;
    if (change.kind === 'put') this.groups.set(change.group.id, change.group);
    else this.groups.delete(change.group.id);
    this.nextGroupId = Math.max(this.nextGroupId, change.group.id + 1);
    return change;
  }
}

const id = fc.integer({ min: 1, max: 9 });
const parentId = fc.option(id);
const name = fc.constantFrom('North', 'north', 'South', ' East ', '', 'x'.repeat(129));
const command: fc.Arbitrary<GroupCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create-group' as const), parentId, name }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move-group' as const), groupId: id, parentId }) },
  fc.record({ kind: fc.constant('update-group' as const), groupId: id, name, enabled: fc.boolean() }),
  fc.record({ kind: fc.constant('delete-group' as const), groupId: id })
);

test('any sequence of commands keeps the tree a tree, and undo restores it exactly', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(command, fc.boolean()), { maxLength: 40 }), (sequence) => {
      const keeper = new Keeper();
      const given = new Set<GroupId>();
      for (const [next, undone] of sequence) {
        const before = [...keeper.groups.values()].sort((a, b) => a.id - b.id);
        const change = keeper.do(next);
        if (isRefusal(change)) {
          expect([...keeper.groups.values()].sort((a, b) => a.id - b.id)).toEqual(before);
          continue;
        }
        if (next.kind === 'create-group') expect(given).not.toContain(change.group.id);
        given.add(change.group.id);
        expectTree(keeper.groups);
        if (!undone) continue;
        expect(isRefusal(keeper.do(change.undo))).toBe(false);
        expect([...keeper.groups.values()].sort((a, b) => a.id - b.id)).toEqual(before);
      }
    }),
    { numRuns: 500 }
  );
});

/** No cycle, no orphan, no two siblings of one name; walked without OrgTree's help. */
function expectTree(groups: ReadonlyMap<GroupId, Group>): void {
  for (const group of groups.values()) {
    let steps = 0;
    for (let above = group.parentId; above !== null; above = groups.get(above)?.parentId ?? null) {
      expect(groups.has(above)).toBe(true);
      expect(++steps).toBeLessThanOrEqual(groups.size);
    }
  }
  const places = [...groups.values()].map((group) => `${group.parentId}/${group.name.toLowerCase()}`);
  expect(new Set(places).size).toBe(places.length);
}

function keeperWith(...names: [name: string, parentId: GroupId | null][]): Keeper {
  const keeper = new Keeper();
  for (const [name, parentId] of names) keeper.do({ kind: 'create-group', parentId, name });
  return keeper;
}

test('a group never moves under itself or under what is below it', () => {
  const keeper = keeperWith(['A', null], ['B', 1], ['C', 2]);
  expect(keeper.do({ kind: 'move-group', groupId: 1, parentId: 1 })).toEqual({ code: 'would-be-its-own-descendant' });
  expect(keeper.do({ kind: 'move-group', groupId: 1, parentId: 3 })).toEqual({ code: 'would-be-its-own-descendant' });
});

test('siblings have different names without regard to case; cousins may share one', () => {
  const keeper = keeperWith(['A', null], ['B', null], ['Night', 1]);
  expect(keeper.do({ kind: 'create-group', parentId: 1, name: ' NIGHT' })).toEqual({
    code: 'name-taken',
    name: 'NIGHT'
  });
  expect(keeper.do({ kind: 'create-group', parentId: 2, name: 'Night' })).toMatchObject({ kind: 'put' });
  expect(keeper.do({ kind: 'move-group', groupId: 4, parentId: 1 })).toEqual({ code: 'name-taken', name: 'Night' });
  expect(keeper.do({ kind: 'update-group', groupId: 3, name: 'night' })).toMatchObject({ kind: 'put' });
});

test('names are there and at most 128 characters', () => {
  const keeper = keeperWith(['A', null]);
  expect(keeper.do({ kind: 'create-group', parentId: null, name: '  ' })).toEqual({ code: 'name-missing' });
  expect(keeper.do({ kind: 'update-group', groupId: 1, name: '😀'.repeat(128) })).toMatchObject({ kind: 'put' });
  expect(keeper.do({ kind: 'update-group', groupId: 1, name: 'x'.repeat(129) })).toEqual({
    code: 'name-too-long',
    length: 129,
    allowed: 128
  });
});

test('an update that was made from an older state is refused and says which field changed', () => {
  const keeper = keeperWith(['A', null]);
  keeper.do({ kind: 'update-group', groupId: 1, description: 'new' });
  const stale = { kind: 'update-group', groupId: 1, name: 'B', expected: { name: 'A', description: '' } } as const;
  expect(keeper.do(stale)).toEqual({
    code: 'changed-meanwhile',
    field: 'description',
    now: { description: 'new' }
  });
});

test('what was never there cannot be restored, nor changed', () => {
  const keeper = keeperWith(['A', null]);
  const group = { id: 7, parentId: null, name: 'B', description: '', enabled: true };
  expect(keeper.do({ kind: 'restore-group', group, assignedTo: [] })).toEqual({ code: 'unknown-group', groupId: 7 });
  expect(keeper.do({ kind: 'update-group', groupId: 7, enabled: false })).toEqual({
    code: 'unknown-group',
    groupId: 7
  });
  expect(keeper.do({ kind: 'create-group', parentId: 7, name: 'C' })).toEqual({ code: 'unknown-group', groupId: 7 });
});
