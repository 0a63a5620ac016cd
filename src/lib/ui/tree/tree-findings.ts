import type { Group, GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person, Technician } from '#lib/domain/person.ts';
import type { TreeFindings } from './tree-rows.ts';

export interface Findings extends TreeFindings {
  /** Groups and people that match, without those only shown because they lead to one. */
  readonly count: number;
}

export interface SearchedPeople {
  readonly administrators: readonly Person[];
  readonly technicians: Iterable<Technician>;
}

/** Case and accents do not matter to someone who searches. */
export function searchForm(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase();
}

/** The groups and people whose name, ID or email has the words, with the groups that lead to them. Undefined for an empty search. */
export function findInTree(search: string, tree: OrgTree, people: SearchedPeople): Findings | undefined {
  const wanted = searchForm(search.trim());
  if (wanted === '') return undefined;
  const groups = new Set<GroupId>();
  const technicians = new Map<GroupId, Technician[]>();
  const administrators = new Set<number>();
  let count = 0;
  for (const technician of people.technicians) {
    if (!matchesPerson(technician, wanted)) continue;
    count++;
    const others = technicians.get(technician.groupId);
    if (others) others.push(technician);
    else technicians.set(technician.groupId, [technician]);
  }
  for (const person of people.administrators) {
    if (!matchesPerson(person, wanted)) continue;
    count++;
    administrators.add(person.id);
  }
  const show = (group: Group): boolean => {
    const matches = matchesGroup(group, wanted);
    if (matches) count++;
    let shown = matches || technicians.has(group.id);
    for (const child of tree.children(group.id)) if (show(child)) shown = true;
    if (shown) groups.add(group.id);
    return shown;
  };
  for (const group of tree.children(null)) show(group);
  return { groups, technicians, administrators, count };
}

/** A group that changes is another object, so its form is never stale. */
const groupForms = new WeakMap<Group, string>();

function matchesGroup(group: Group, wanted: string): boolean {
  let form = groupForms.get(group);
  if (form === undefined) groupForms.set(group, (form = searchForm(group.name)));
  return form.includes(wanted) || String(group.id) === wanted;
}

function matchesPerson(person: Person, wanted: string): boolean {
  return searchForm(person.name).includes(wanted) || searchForm(person.email).includes(wanted);
}
