import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Group, GroupId } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import {
  changePermissions,
  defaultPermissions,
  effectivePermissions,
  type GroupPermissions,
  lockedAt,
  permissionIds,
  type PermissionSetting
} from '#lib/domain/permissions.ts';

const IDS = ['allow-chat', 'reboot'] as const;
const setting = fc.option(fc.record({ value: fc.boolean(), locked: fc.boolean() }));
const own = fc.record({ 'allow-chat': setting, reboot: setting }).map((changes) => changePermissions({}, changes));
/** Group n stands below one of those before it, or at the top. */
const organization = fc
  .array(fc.tuple(fc.nat(20), own), { minLength: 1, maxLength: 15 })
  .chain((groups) => fc.tuple(fc.constant(groups), own))
  .map(([entries, top]) => {
    const groups = entries.map(([above], at): Group => {
      const id = at + 1;
      const parentId = above % id === 0 ? null : above % id;
      return { id, parentId, name: `G${id}`, description: '', enabled: true };
    });
    const settings = new Map<GroupId | null, GroupPermissions>(entries.map(([, own], at) => [at + 1, own]));
    return { groups, settings: settings.set(null, top) };
  });

/** From the top down, as one would explain it: each group may change what came from above, unless it came locked. */
function naive(
  chain: readonly (PermissionSetting | undefined)[],
  fallback: boolean
): { value: boolean; locked: boolean } {
  let holds = { value: fallback, locked: false };
  for (const own of chain) if (own && (own.locked || !holds.locked)) holds = own;
  return holds;
}

test('what holds in a group is what a walk from the top gives', () => {
  fc.assert(
    fc.property(organization, ({ groups, settings }) => {
      const tree = new OrgTree(groups);
      for (const group of [null, ...groups]) {
        const ids: (GroupId | null)[] = [];
        for (let at = group?.id ?? null; at !== null; at = tree.group(at)?.parentId ?? null) ids.unshift(at);
        const effective = effectivePermissions(tree, group?.id ?? null, settings);
        for (const id of IDS) {
          const chain = [null, ...ids].map((at) => settings.get(at)?.[id]);
          const { value, locked, from, own } = effective[id];
          expect({ value, locked }).toEqual(naive(chain, defaultPermissions[id]));
          expect(own).toEqual(chain.at(-1) ?? null);
          // Where it is said to come from, it is set to this value, at or above the group.
          if (from === 'default') expect(chain.every((setting) => !setting)).toBe(true);
          else expect(settings.get(from)?.[id]).toEqual({ value, locked });
          expect([null, ...ids, 'default']).toContain(from);
          expect(lockedAt(tree, group?.id ?? null, id, settings)).toBe(locked ? from : undefined);
        }
      }
    }),
    { numRuns: 300 }
  );
});

test('there are seventeen permissions, and where nobody set anything only what a watched session needs is given', () => {
  const effective = effectivePermissions(new OrgTree([]), null, new Map());
  expect(permissionIds).toHaveLength(17);
  expect(permissionIds.filter((id) => effective[id].value)).toEqual([
    'allow-chat',
    'launch-remote-control',
    'launch-desktop-viewing',
    'send-urls',
    'view-system-information'
  ]);
  expect(permissionIds.every((id) => effective[id].from === 'default')).toBe(true);
});

test('a change keeps the other settings, and inherits again what it sets to nothing', () => {
  const before = { reboot: { value: true, locked: false }, 'run-scripts': { value: true, locked: true } };
  expect(changePermissions(before, { reboot: null, 'allow-chat': { value: false, locked: false } })).toEqual({
    'run-scripts': { value: true, locked: true },
    'allow-chat': { value: false, locked: false }
  });
});
