import type { GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import { searchForm } from '#lib/domain/search-form.ts';
import type { ComboboxOption, FindOptions } from '#lib/ui/kit/combobox-options.ts';

/** More is not read by anyone: typing narrows it. */
const SHOWN = 100;

interface Findable {
  readonly id: GroupId;
  readonly option: ComboboxOption;
  readonly form: string;
}

/**
 * Finds technician groups by any part of their name, path or Tech Group ID, in the order of the tree;
 * for a Combobox. `allowed` says which may be chosen at all. The forms that are searched are made once, at the first key.
 */
export function groupFinder(tree: OrgTree, allowed: (groupId: GroupId) => boolean = () => true): FindOptions {
  let all: readonly Findable[] | null = null;
  return (typed) => {
    all ??= findables(tree, allowed);
    const wanted = searchForm(typed);
    const matching =
      wanted === '' ? all : all.filter(({ form, id }) => form.includes(wanted) || String(id).includes(typed));
    // Whose number was typed stands first.
    const exact = matching.findIndex(({ id }) => String(id) === typed);
    const first = exact > 0 ? matching.slice(exact, exact + 1) : [];
    const shown = [...first, ...matching.filter((group) => group !== first[0]).slice(0, SHOWN - first.length)];
    return { options: shown.map(({ option }) => option), more: matching.length - shown.length };
  };
}

/** "Europe › Hungary"; '' for a group that is gone. */
export function groupPath(tree: OrgTree, groupId: GroupId): string {
  return tree
    .path(groupId)
    .map(({ name }) => name)
    .join(' › ');
}

function findables(tree: OrgTree, allowed: (groupId: GroupId) => boolean): readonly Findable[] {
  const found: Findable[] = [];
  const walk = (parentId: GroupId | null, above: string): void => {
    for (const { id, name } of tree.children(parentId)) {
      const path = above === '' ? name : `${above} › ${name}`;
      const option = { value: String(id), label: name, ...(above !== '' && { detail: above }) };
      if (allowed(id)) found.push({ id, option, form: searchForm(path) });
      walk(id, path);
    }
  };
  walk(null, '');
  return found;
}
