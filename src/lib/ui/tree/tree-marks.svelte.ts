import type { GroupId } from '#lib/domain/group.ts';
import { technicianIds } from '#lib/storage/technician-order.ts';
import { keyOf, markedOf, type Marked } from '#lib/ui/tree/actions/carried.ts';
import type { NodeKey, TreeNode } from './tree-nodes.ts';
import type { TreeRows } from './tree-rows.ts';

/** At once: more is an import's or an export's business, and one transaction has to carry it. */
export const MOST_MARKED = 5000;

/** The rows that were marked to be moved, switched or deleted together. */
export class TreeMarks {
  #marked = $state.raw<ReadonlyMap<NodeKey, Marked>>(new Map());
  /** Rows have check boxes, and to press one is to mark it: without a keyboard there is no other way to mark several. */
  picking = $state(false);
  /** Some of what was asked for did not fit. */
  isCut = $state(false);
  /** Where a range begins. */
  anchor: NodeKey | null = null;
  #latest = 0;

  get size(): number {
    return this.#marked.size;
  }

  has(key: NodeKey): boolean {
    return this.#marked.has(key);
  }

  all(): readonly Marked[] {
    return [...this.#marked.values()];
  }

  clear(): void {
    this.#latest++;
    this.isCut = false;
    this.picking = false;
    if (this.#marked.size > 0) this.#marked = new Map();
  }

  /** `selected`, what the panel shows, counts as marked when the first other one is. */
  toggle(node: TreeNode, selected: TreeNode | null): void {
    const marked = markedOf(node);
    if (!marked) return;
    const next = new Map(this.#marked);
    const before = next.size === 0 && selected ? markedOf(selected) : null;
    if (before) next.set(keyOf(before), before);
    if (!next.delete(keyOf(marked))) next.set(keyOf(marked), marked);
    this.#latest++;
    this.anchor = keyOf(marked);
    this.#marked = next;
  }

  /** Marks these rows and nothing else; the ids of people who are not read yet are asked for. */
  async mark(rows: TreeRows, indexes: Iterable<number>): Promise<void> {
    const latest = ++this.#latest;
    const next = new Map<NodeKey, Marked>();
    const unread = new Map<GroupId, { from: number; to: number }>();
    let seen = 0;
    let isCut = false;
    for (const index of indexes) {
      if (seen++ >= MOST_MARKED) {
        isCut = true;
        break;
      }
      const { node } = rows.row(index);
      const marked = markedOf(node);
      if (marked) next.set(keyOf(marked), marked);
      if (node.kind !== 'slot') continue;
      const span = unread.get(node.groupId) ?? { from: node.index, to: node.index };
      unread.set(node.groupId, { from: Math.min(span.from, node.index), to: Math.max(span.to, node.index) });
    }
    for (const [groupId, { from, to }] of unread) {
      for (const id of await technicianIds(groupId, { offset: from, limit: to - from + 1 })) {
        const marked: Marked = { kind: 'technician', id, groupId };
        next.set(keyOf(marked), marked);
      }
    }
    if (latest !== this.#latest) return;
    this.isCut = isCut;
    this.#marked = next;
  }
}
