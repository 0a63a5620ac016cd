import { authorize } from '#lib/domain/authorization.ts';
import type { Group } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';

type GroupRefusal = 'not-yours' | 'disabled';

/** Why no users can be imported into the group by this person; null where they can. Who may not act learns no more. */
export function groupRefusal(group: Group, actor: Person, tree: OrgTree): GroupRefusal | null {
  if (authorize(actor, { kind: 'import-users', groupIds: [group.id] }, tree)) return 'not-yours';
  return group.enabled ? null : 'disabled';
}
