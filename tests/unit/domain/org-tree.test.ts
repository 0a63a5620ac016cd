import { expect, test } from 'vitest';
import type { Group } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';

const group = (id: number, parentId: number | null, name: string): Group => ({
  id,
  parentId,
  name,
  description: '',
  enabled: true
});
const tree = new OrgTree([
  group(1, null, 'Zürich'),
  group(2, null, 'Ålesund'),
  group(3, null, 'aachen'),
  group(4, 1, 'Team 10'),
  group(5, 1, 'Team 9'),
  group(6, 5, 'Night')
]);

test('siblings are sorted as people sort: case and accents apart, numbers by value', () => {
  expect(tree.children(null).map(({ name }) => name)).toEqual(['aachen', 'Ålesund', 'Zürich']);
  expect(tree.children(1).map(({ name }) => name)).toEqual(['Team 9', 'Team 10']);
  expect(tree.children(6)).toEqual([]);
});

test('where a group stands', () => {
  expect(tree.path(6).map(({ id }) => id)).toEqual([1, 5, 6]);
  expect(tree.ancestors(6).map(({ id }) => id)).toEqual([5, 1]);
  expect([tree.depth(1), tree.depth(6)]).toEqual([0, 2]);
  expect(tree.path(99)).toEqual([]);
});

test('what is inside what', () => {
  expect([
    tree.isInside(6, 1),
    tree.isInside(1, 1),
    tree.isInside(1, 6),
    tree.isInside(4, 5),
    tree.isInside(99, 99)
  ]).toEqual([true, true, false, false, false]);
  expect([...tree.inside(1)].map(({ id }) => id).sort()).toEqual([1, 4, 5, 6]);
});

test('damaged data never hides a group or hangs: orphans stand at the top, a cycle ends', () => {
  const damaged = new OrgTree([group(1, 2, 'A'), group(2, 1, 'B'), group(3, 77, 'C')]);
  expect(damaged.children(null).map(({ id }) => id)).toContain(3);
  expect(damaged.path(1).map(({ id }) => id)).toEqual([2, 1]);
  expect([...damaged.inside(1)].map(({ id }) => id)).toEqual([1, 2]);
});
