import { describe, expect, it } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';
import { moveTargets, nodeActions } from '#lib/ui/tree/node-actions.ts';
import { administrator, group, master } from './made-up.ts';

const europe = group(1, 'Europe');
const nordics = group(2, 'Nordics', 1);
const asia = group(3, 'Asia');
const tree = new OrgTree([europe, nordics, asia]);

const actions = (actor: Person, of = nordics, people = 0) =>
  nodeActions({ kind: 'group', group: of }, { actor, tree, peopleInside: () => people });

describe('the actions of a node', () => {
  it('are all there for a Master Administrator on an empty group', () => {
    const all = ['create-group', 'import-users', 'rename', 'move', 'disable', 'delete'];
    expect(actions(master(9, 'Ada'))).toEqual(all);
  });

  it('leave deleting out while a group holds people or groups', () => {
    expect(actions(master(9, 'Ada'), nordics, 3)).not.toContain('delete');
    expect(actions(master(9, 'Ada'), europe)).not.toContain('delete');
  });

  it('leave an administrator only what the assigned groups allow', () => {
    expect(actions(administrator(8, 'Bo', [1]), asia)).toEqual([]);
    expect(actions(administrator(8, 'Bo', [1]), europe)).toEqual(['create-group', 'import-users', 'rename', 'disable']);
    expect(
      nodeActions({ kind: 'organization' }, { actor: administrator(8, 'Bo', [1]), tree, peopleInside: () => 0 })
    ).toEqual([]);
  });

  it('never move a group into itself, below itself or to where it is', () => {
    const targets = moveTargets(europe, { actor: master(9, 'Ada'), tree });
    expect(targets.map((target) => target.path.join('/'))).toEqual(['Asia']);
    expect(moveTargets(nordics, { actor: master(9, 'Ada'), tree }).map((target) => target.group?.id ?? null)).toEqual([
      null,
      3
    ]);
  });
});
