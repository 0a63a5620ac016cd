import { expect, test } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { groupRefusal } from '#lib/ui/import/group-refusal.ts';
import { administrator, group, master } from '../tree/made-up.ts';

const closed = { ...group(4, 'Oslo', 2), enabled: false };
const asia = { ...group(3, 'Asia'), enabled: false };
const tree = new OrgTree([group(1, 'Europe'), group(2, 'Nordics', 1), asia, closed]);
const alan = administrator(8, 'Alan', [1]);

test.each([
  ['below an assigned group', alan, group(2, 'Nordics', 1), null],
  ['that is disabled', alan, closed, 'disabled'],
  ['that is not assigned, whatever else it is', alan, asia, 'not-yours'],
  ['that is disabled, for a Master Administrator', master(7, 'Ada'), asia, 'disabled']
] as const)('users are imported into a group %s, or the reason is told', (_, actor, into, expected) => {
  expect(groupRefusal(into, actor, tree)).toBe(expected);
});
