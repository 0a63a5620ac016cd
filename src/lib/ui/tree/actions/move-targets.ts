/** Where something may be moved to, found among ten thousand groups at each key without looking at more than is shown. */
import type { Group, GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import { searchForm } from '#lib/domain/search-form.ts';

interface MoveTarget {
  /** null: directly under Technician Groups. */
  readonly group: Group | null;
  /** The names of what it stands in, from the top down. */
  readonly path: readonly string[];
}

interface FoundTargets {
  readonly targets: readonly MoveTarget[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** More is not read by anyone: typing narrows it. */
const SHOWN = 50;

/** A group that changes is another object, so its form is never stale. */
const forms = new WeakMap<Group, string>();

/** The first groups with `typed` in their name, or as their whole Tech Group ID; '' asks for the first of the tree. */
export function findTargets(typed: string, tree: OrgTree, allowed: (target: GroupId | null) => boolean): FoundTargets {
  const wanted = searchForm(typed.trim());
  return wanted === '' ? firstTargets(tree, allowed) : matchingTargets(wanted, tree, allowed);
}

function firstTargets(tree: OrgTree, allowed: (target: GroupId | null) => boolean): FoundTargets {
  const targets: MoveTarget[] = [];
  if (allowed(null)) targets.push({ group: null, path: [] });
  for (const group of inOrder(tree, null)) {
    if (!allowed(group.id)) continue;
    if (targets.length >= SHOWN) return { targets, more: true };
    targets.push(targetOf(group, tree));
  }
  return { targets, more: false };
}

function* inOrder(tree: OrgTree, parentId: GroupId | null): Generator<Group> {
  for (const group of tree.children(parentId)) {
    yield group;
    yield* inOrder(tree, group.id);
  }
}

/** Whose ID it is first, then names that begin so, then the others. */
function matchingTargets(wanted: string, tree: OrgTree, allowed: (target: GroupId | null) => boolean): FoundTargets {
  const ranks: Group[][] = [[], [], []];
  let more = false;
  for (const group of tree.groups()) {
    const form = formOf(group);
    const rank = String(group.id) === wanted ? 0 : form.startsWith(wanted) ? 1 : form.includes(wanted) ? 2 : -1;
    const bucket = ranks[rank];
    if (!bucket) continue;
    if (bucket.length >= SHOWN) more = true;
    else if (allowed(group.id)) bucket.push(group);
  }
  const found = ranks.flat();
  return { targets: found.slice(0, SHOWN).map((group) => targetOf(group, tree)), more: more || found.length > SHOWN };
}

function formOf(group: Group): string {
  let form = forms.get(group);
  if (form === undefined) forms.set(group, (form = searchForm(group.name)));
  return form;
}

function targetOf(group: Group, tree: OrgTree): MoveTarget {
  return { group, path: [...tree.ancestors(group.id)].reverse().map(({ name }) => name) };
}
