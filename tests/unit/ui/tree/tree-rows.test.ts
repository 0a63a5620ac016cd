import { describe, expect, it } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { findInTree } from '#lib/ui/tree/tree-findings.ts';
import { TreeRows, type TreeSource } from '#lib/ui/tree/tree-rows.ts';
import { group, master, technician } from './made-up.ts';

const tree = new OrgTree([group(1, 'Europe'), group(2, 'Nordics', 1), group(3, 'Asia')]);
const people = (groupId: number) => (groupId === 2 ? 100_000 : 0);

function rows(open: readonly string[], more: Partial<TreeSource> = {}) {
  return new TreeRows({
    tree,
    masters: [master(9, 'Ada')],
    administrators: [],
    technicianCount: people,
    technicianAt: (groupId, index) => (index < 100 ? technician(1000 + index, `Agent ${index}`, groupId) : undefined),
    isExpanded: (key) => open.includes(key),
    ...more
  });
}

const keys = (all: TreeRows) => Array.from({ length: all.length }, (_, index) => all.row(index).key);

describe('the open rows of the tree', () => {
  it('begin with the organization and its three branches', () => {
    expect(keys(rows([]))).toEqual(['organization', 'master-administrators', 'administrators', 'technician-groups']);
  });

  it('nest groups in the order of their names, with their place among their siblings', () => {
    const open = rows(['technician-groups', 'group-1']);
    expect(keys(open).slice(4)).toEqual(['group-3', 'group-1', 'group-2']);
    expect(open.row(6)).toMatchObject({ level: 4, setSize: 1, posInSet: 1, expanded: false });
    expect(open.row(4)).toMatchObject({ level: 3, setSize: 2, posInSet: 1, expanded: null });
    expect(open.parentOf(6)).toBe(5);
  });

  it('count a hundred thousand people without reading them', () => {
    const open = rows(['technician-groups', 'group-1', 'group-2']);
    expect(open.length).toBe(7 + 100_000);
    expect(open.row(7)).toMatchObject({ key: 'person-1000', level: 5, setSize: 100_000, posInSet: 1, expanded: null });
    expect(open.row(100_006).node).toEqual({ kind: 'slot', groupId: 2, index: 99_999 });
    expect(open.parentOf(100_006)).toBe(6);
    expect(open.indexOfTechnician(2, 5)).toBe(12);
    expect(() => open.row(100_007)).toThrow(RangeError);
  });

  it('show only what was found and what leads to it, all of it open', () => {
    const technicians = [technician(1, 'Björn', 2), technician(2, 'Carla', 2)];
    const found = findInTree('bjorn', tree, { administrators: [master(9, 'Ada')], technicians });
    expect(found?.count).toBe(1);
    expect(keys(rows([], { found }))).toEqual(['organization', 'technician-groups', 'group-1', 'group-2', 'person-1']);
  });

  it('find groups by their ID and people by email, and nothing for an empty search', () => {
    const nobody = { administrators: [master(9, 'Ada')], technicians: [] };
    expect([...(findInTree('3', tree, nobody)?.groups ?? [])]).toEqual([3]);
    expect(findInTree('ada@', tree, nobody)?.administrators.has(9)).toBe(true);
    expect(findInTree('  ', tree, nobody)).toBeUndefined();
  });
});
