import type { Group, GroupId } from '#lib/domain/group.ts';
import type { PersonId, Role } from '#lib/domain/person.ts';

/** The three branches under the organization (specification: Organization). */
export type Section = 'master-administrators' | 'administrators' | 'technician-groups';

/** As much of a person as the tree shows and its menu needs: what a search finds is no more. */
export interface TreePerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly enabled: boolean;
  readonly role: Role;
  /** Of technicians. */
  readonly groupId?: GroupId;
}

/** What stands in a row of the organization tree. */
export type TreeNode =
  | { readonly kind: 'organization' }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'person'; readonly person: TreePerson }
  /** A technician whose page is not read yet: only the place is known. */
  | { readonly kind: 'slot'; readonly groupId: GroupId; readonly index: number };

/** A node's name in addresses (`?select=group-12`), in what is kept of the tree, and in the page. */
export type NodeKey = string;

export const ORGANIZATION_KEY: NodeKey = 'organization';

export function nodeKey(node: TreeNode): NodeKey {
  switch (node.kind) {
    case 'organization':
      return ORGANIZATION_KEY;
    case 'section':
      return node.section;
    case 'group':
      return groupKey(node.group.id);
    case 'person':
      return personKey(node.person.id);
    case 'slot':
      return slotKey(node.groupId, node.index);
  }
}

export const groupKey = (id: GroupId): NodeKey => `group-${id}`;
export const personKey = (id: PersonId): NodeKey => `person-${id}`;
export const slotKey = (groupId: GroupId, index: number): NodeKey => `group-${groupId}-technician-${index}`;

/** What an address selects; null for anything that is no key of ours. */
export type Selection =
  | { readonly kind: 'organization' }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'group'; readonly groupId: GroupId }
  | { readonly kind: 'person'; readonly personId: PersonId };

export function parseNodeKey(key: string | null): Selection | null {
  switch (key) {
    case null:
      return null;
    case ORGANIZATION_KEY:
      return { kind: 'organization' };
    case 'master-administrators':
    case 'administrators':
    case 'technician-groups':
      return { kind: 'section', section: key };
  }
  const [, kind, digits] = /^(group|person)-(\d{1,15})$/.exec(key) ?? [];
  if (digits === undefined) return null;
  return kind === 'group' ? { kind, groupId: Number(digits) } : { kind: 'person', personId: Number(digits) };
}
