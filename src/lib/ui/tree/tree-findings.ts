/** What a search found, as the tree shows it: in place, with the groups that lead there. */
import type { GroupId } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/person.ts';
import type { FoundPerson, SearchResult } from '#lib/worker/search-worker-client.ts';
import type { TreePerson } from './tree-nodes.ts';
import type { TreeFindings } from './tree-rows.ts';

export function findingsOf({ groups, people }: SearchResult): TreeFindings {
  const shown = new Set<GroupId>();
  const technicians = new Map<GroupId, TreePerson[]>();
  const administrators = new Set<PersonId>();
  for (const { groupId, path } of groups) {
    shown.add(groupId);
    for (const { id } of path) shown.add(id);
  }
  for (const found of people) {
    for (const { id } of found.path) shown.add(id);
    if (found.groupId === null) {
      administrators.add(found.personId);
      continue;
    }
    const others = technicians.get(found.groupId);
    if (others) others.push(treePerson(found));
    else technicians.set(found.groupId, [treePerson(found)]);
  }
  const collator = new Intl.Collator();
  for (const found of technicians.values()) found.sort((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
  return { groups: shown, technicians, administrators };
}

function treePerson({ personId, name, email, enabled, role, groupId }: FoundPerson): TreePerson {
  return { id: personId, name, email, enabled, role, ...(groupId !== null && { groupId }) };
}
