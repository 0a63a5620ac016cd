import { describe, expect, it } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';
import { carriedOf } from '#lib/ui/tree/actions/carried.ts';
import { nodeActions, severalActions } from '#lib/ui/tree/actions/node-actions.ts';
import { administrator, group, master, technician } from '../made-up.ts';

const europe = group(1, 'Europe');
const nordics = group(2, 'Nordics', 1);
const asia = group(3, 'Asia');
const tree = new OrgTree([europe, nordics, asia]);

const actions = (actor: Person, of = nordics) => nodeActions({ kind: 'group', group: of }, { actor, tree });
const who = (actor: Person, person: Person) => nodeActions({ kind: 'person', person }, { actor, tree });

describe('the actions of a node', () => {
  it('are all there for a Master Administrator on a group', () => {
    const creating = ['create-group', 'create-technician', 'import-users'];
    expect(actions(master(9, 'Ada'))).toEqual([...creating, 'rename', 'move', 'disable', 'delete']);
  });

  it('leave an administrator only what the assigned groups allow', () => {
    const bo = administrator(8, 'Bo', [1]);
    expect(actions(bo, asia)).toEqual([]);
    expect(actions(bo, europe)).not.toContain('move');
    expect(actions(bo, europe)).not.toContain('delete');
    expect(actions(bo, nordics)).toContain('delete');
    expect(nodeActions({ kind: 'organization' }, { actor: bo, tree })).toEqual([]);
  });

  it('of people are renaming, moving, switching and deleting', () => {
    const cleo = technician(5, 'Cleo', 2);
    expect(who(master(9, 'Ada'), cleo)).toEqual(['rename', 'move', 'disable', 'delete']);
    expect(who(master(9, 'Ada'), administrator(8, 'Bo', [1]))).toEqual(['rename', 'disable', 'delete']);
    expect(who(administrator(8, 'Bo', [1]), { ...cleo, enabled: false })).toContain('enable');
    expect(who(administrator(8, 'Bo', [3]), cleo)).toEqual([]);
  });

  it('of several are those that all of them have', () => {
    const mixed = carriedOf([
      { kind: 'group', id: 2, parentId: 1 },
      { kind: 'administrator', id: 8, isMaster: false }
    ]);
    expect(severalActions(mixed, { actor: master(9, 'Ada'), tree })).toEqual(['enable', 'disable', 'delete']);
  });
});
