import type { Group, GroupId } from './group.ts';

/**
 * The technician groups as a tree. A group whose parent is not there stands at the top, so that nothing is ever out of
 * sight. Built in one pass; children are sorted when they are first asked for.
 */
export class OrgTree {
  readonly #groups = new Map<GroupId, Group>();
  readonly #children = new Map<GroupId | null, Group[]>();
  readonly #sorted = new Set<GroupId | null>();
  readonly #collator = new Intl.Collator(undefined, { numeric: true });

  constructor(groups: Iterable<Group>) {
    for (const group of groups) this.#groups.set(group.id, group);
    for (const group of this.#groups.values()) {
      const parentId = this.#parentId(group);
      const siblings = this.#children.get(parentId);
      if (siblings) siblings.push(group);
      else this.#children.set(parentId, [group]);
    }
  }

  get size(): number {
    return this.#groups.size;
  }

  /** In no particular order. */
  groups(): IterableIterator<Group> {
    return this.#groups.values();
  }

  group(id: GroupId): Group | undefined {
    return this.#groups.get(id);
  }

  /** Sorted by name as the person's language sorts; null asks for the groups at the top. */
  children(id: GroupId | null): readonly Group[] {
    const children = this.#children.get(id);
    if (!children) return [];
    if (!this.#sorted.has(id)) {
      children.sort((a, b) => this.#collator.compare(a.name, b.name) || a.id - b.id);
      this.#sorted.add(id);
    }
    return children;
  }

  /** Nearest first, the group itself not among them. */
  ancestors(id: GroupId): readonly Group[] {
    const ancestors: Group[] = [];
    const seen = new Set([id]);
    for (let above = this.#parent(id); above && !seen.has(above.id); above = this.#parent(above.id)) {
      seen.add(above.id);
      ancestors.push(above);
    }
    return ancestors;
  }

  /** From the top down to the group itself; empty for an unknown group. */
  path(id: GroupId): readonly Group[] {
    const group = this.#groups.get(id);
    return group ? [...this.ancestors(id)].reverse().concat(group) : [];
  }

  /** 0 at the top. */
  depth(id: GroupId): number {
    return this.ancestors(id).length;
  }

  /** Whether the group is `containerId` or below it. */
  isInside(id: GroupId, containerId: GroupId): boolean {
    if (!this.#groups.has(id)) return false;
    return id === containerId || this.ancestors(id).some((group) => group.id === containerId);
  }

  /** The group and all below it, parents before children; siblings in no particular order. */
  *inside(id: GroupId): Generator<Group> {
    const seen = new Set<GroupId>();
    const waiting = [this.#groups.get(id)];
    while (waiting.length > 0) {
      const group = waiting.pop();
      if (!group || seen.has(group.id)) continue;
      seen.add(group.id);
      yield group;
      waiting.push(...(this.#children.get(group.id) ?? []));
    }
  }

  #parentId(group: Group): GroupId | null {
    return group.parentId !== null && this.#groups.has(group.parentId) ? group.parentId : null;
  }

  #parent(id: GroupId): Group | undefined {
    const parentId = this.#groups.get(id)?.parentId;
    return parentId === null || parentId === undefined ? undefined : this.#groups.get(parentId);
  }
}
