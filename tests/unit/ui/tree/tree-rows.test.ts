import { describe, expect, it } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { findingsOf } from '#lib/ui/tree/tree-findings.ts';
import type { FoundPerson } from '#lib/worker/search-worker-client.ts';
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
    const carla: FoundPerson = {
      ...{ personId: 1, name: 'Carla', nickname: '', email: 'c@x.example', enabled: true, role: 'technician' },
      ...{
        groupId: 2,
        path: [
          { id: 1, name: 'Europe' },
          { id: 2, name: 'Nordics' }
        ]
      }
    };
    const bjorn: FoundPerson = { ...carla, personId: 2, name: 'Björn' };
    const ada: FoundPerson = { ...carla, personId: 9, role: 'master-administrator', groupId: null, path: [] };
    const counts = { text: 'x', groupTotal: 1, peopleTotal: 3, indexed: 1 };
    const asia = { groupId: 3, name: 'Asia', path: [] };
    const found = findingsOf({ ...counts, groups: [asia], people: [carla, bjorn, ada] });
    expect(keys(rows([], { found }))).toEqual([
      ...['organization', 'master-administrators', 'person-9'],
      ...['technician-groups', 'group-3', 'group-1', 'group-2', 'person-2', 'person-1']
    ]);
  });

  it('name the rows beside one, runs of people among them', () => {
    const open = rows(['technician-groups', 'group-1', 'group-2']);
    expect([...open.siblings(5)]).toEqual([4, 5]);
    expect([...open.siblings(7)]).toHaveLength(100_000);
  });
});
