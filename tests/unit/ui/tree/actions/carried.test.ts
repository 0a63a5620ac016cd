import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import {
  carriedOf,
  contentOf,
  deleteCommand,
  moveCommand,
  representative,
  switchCommand
} from '#lib/ui/tree/actions/carried.ts';
import { findTargets } from '#lib/ui/tree/actions/move-targets.ts';
import { administrator, group, master } from '../made-up.ts';

// Europe › Nordics › Oslo, and Asia.
const tree = new OrgTree([group(1, 'Europe'), group(2, 'Nordics', 1), group(3, 'Asia'), group(4, 'Oslo', 2)]);
const ada = { actor: master(9, 'Ada'), tree };
const groups = (...ids: number[]) =>
  carriedOf(ids.map((id) => ({ kind: 'group' as const, id, parentId: tree.group(id)?.parentId ?? null })));
const people = (...places: [number, number][]) =>
  carriedOf(places.map(([id, groupId]) => ({ kind: 'technician' as const, id, groupId })));

describe('what is carried to a group', () => {
  it('never goes under itself, below itself or where it is', () => {
    for (const target of [1, 2, 4, null]) expect(moveCommand(groups(1), target, ada)).toBeNull();
    expect(moveCommand(groups(1), 3, ada)).toEqual({
      ...{ kind: 'move-group', groupId: 1, parentId: 3 },
      expected: { parentId: null }
    });
  });

  it('leaves what comes along with a carried group where it is in that group', () => {
    const all = carriedOf([
      { kind: 'group', id: 2, parentId: 1 },
      { kind: 'group', id: 4, parentId: 2 },
      { kind: 'technician', id: 50, groupId: 4 },
      { kind: 'technician', id: 51, groupId: 1 }
    ]);
    expect(moveCommand(all, 3, ada)).toEqual({
      kind: 'several',
      commands: [
        { kind: 'move-group', groupId: 2, parentId: 3, expected: { parentId: 1 } },
        { kind: 'move-technicians', personIds: [51], groupId: 3, expected: { groupIds: [1] } }
      ]
    });
  });

  it('of people stays in groups, and those who are there already stay', () => {
    expect(moveCommand(people([50, 3]), null, ada)).toBeNull();
    expect(moveCommand(people([50, 3], [51, 1]), 3, ada)).toEqual({
      ...{ kind: 'move-technicians', personIds: [51], groupId: 3, expected: { groupIds: [1] } }
    });
  });

  it('says where it was seen, unless it is to be moved all the same', () => {
    expect(moveCommand(people([50, 4], [51, 2]), 3, ada, 'all-the-same')).toEqual({
      ...{ kind: 'move-technicians', personIds: [50, 51], groupId: 3 }
    });
    expect(moveCommand(groups(2), 3, ada, 'all-the-same')).toEqual({ kind: 'move-group', groupId: 2, parentId: 3 });
  });

  it('of administrators is assigned, and of Master Administrators is not', () => {
    const bo = carriedOf([{ kind: 'administrator', id: 8, isMaster: false }]);
    expect(moveCommand(bo, 3, ada)).toEqual({ kind: 'assign-administrator', personId: 8, groupId: 3 });
    expect(moveCommand(carriedOf([{ kind: 'administrator', id: 9, isMaster: true }]), 3, ada)).toBeNull();
  });

  it('goes only where the person who carries may act', () => {
    const bo = { actor: administrator(8, 'Bo', [1]), tree };
    expect(moveCommand(people([50, 4]), 2, bo)).not.toBeNull();
    expect(moveCommand(people([50, 4]), 3, bo)).toBeNull();
  });

  it('may be asked about with one person of each group', () => {
    const place = fc.tuple(fc.integer({ min: 50, max: 90 }), fc.constantFrom(1, 2, 3, 4));
    fc.assert(
      fc.property(
        fc.uniqueArray(place, { selector: ([id]) => id }),
        fc.constantFrom(1, 2, 3, 4),
        fc.subarray([1, 2, 3, 4]),
        (places, target, assigned) => {
          const around = { actor: administrator(8, 'Bo', assigned), tree };
          const whole = moveCommand(people(...places), target, around) !== null;
          expect(moveCommand(representative(people(...places)), target, around) !== null).toBe(whole);
        }
      )
    );
  });
});

describe('what is deleted', () => {
  it('counts what groups hold, but for what goes with them', () => {
    const peopleIn = (groupId: number) => (groupId === 4 ? 3 : 0);
    expect(contentOf(groups(2), tree, peopleIn)).toEqual({ people: 0, groups: 1 });
    expect(contentOf(groups(2, 4), tree, peopleIn)).toEqual({ people: 3, groups: 0 });
  });

  it('goes from the bottom up when empty, and from the top down when its content is moved', () => {
    const order = (to: number | null) => {
      const command = deleteCommand(groups(2, 4), to, ada);
      return command?.kind === 'several' ? command.commands.map((one) => 'groupId' in one && one.groupId) : [];
    };
    expect(order(null)).toEqual([4, 2]);
    expect(order(3)).toEqual([2, 4]);
  });
});

it('only groups that are not so already are switched', () => {
  expect(switchCommand(groups(1), true, ada)).toBeNull();
  expect(switchCommand(groups(1), false, ada)).toEqual({ kind: 'update-group', groupId: 1, enabled: false });
});

it('targets are found by name without accents or case, or by their ID, the whole ID first', () => {
  const named = new OrgTree([group(12, 'Zürich'), group(1, 'Room 12'), group(3, 'Zug')]);
  const names = (typed: string) => findTargets(typed, named, () => true).targets.map(({ group: found }) => found?.name);
  expect(names('zu')).toEqual(['Zürich', 'Zug']);
  expect(names('12')).toEqual(['Zürich', 'Room 12']);
  expect(names('')).toEqual([undefined, 'Room 12', 'Zug', 'Zürich']);
  expect(findTargets('', named, (id) => id === 3).targets.map(({ group: found }) => found?.id)).toEqual([3]);
});
