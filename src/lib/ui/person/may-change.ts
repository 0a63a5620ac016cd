import { authorize } from '#lib/domain/authorization.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';

/** Whether the panel of this person is a form and not only words, and its menu has anything. */
export function mayChangePerson(
  actor: Person,
  person: Pick<Person, 'id' | 'role'> & { readonly groupId?: GroupId },
  tree: OrgTree
): boolean {
  const kind = person.role === 'technician' ? 'update-technician' : 'update-administrator';
  return authorize(actor, { kind, personId: person.id, changes: {} }, tree, () => person.groupId) === null;
}
