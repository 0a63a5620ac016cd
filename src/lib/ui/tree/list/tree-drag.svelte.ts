import type { OrgCommand } from '#lib/domain/change.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { Carried } from '#lib/ui/tree/actions/carried.ts';
import type { NodeKey, TreeNode } from '#lib/ui/tree/tree-nodes.ts';

/** How long a closed group has to be hovered before it opens, in ms. */
const OPENS_AFTER = 700;

interface DragWorld {
  /** What lifting this row takes along. */
  readonly lift: (node: TreeNode) => Carried;
  /** null: it cannot go there. */
  readonly command: (carried: Carried, target: GroupId | null) => OrgCommand | null;
  readonly open: (key: NodeKey) => void;
  readonly drop: (carried: Carried, target: GroupId | null) => void;
}

/** What is dragged over the tree, and where it would land. */
export class TreeDrag {
  carried = $state.raw<Carried | null>(null);
  /** The row under the pointer, and whether it takes what is carried. */
  target = $state.raw<{ readonly key: NodeKey; readonly node: TreeNode; readonly takes: boolean } | null>(null);

  readonly #world: DragWorld;
  #opening: ReturnType<typeof setTimeout> | undefined;

  constructor(world: DragWorld) {
    this.#world = world;
  }

  lift(node: TreeNode): Carried {
    const carried = this.#world.lift(node);
    this.carried = carried;
    return carried;
  }

  /** Whether it may be dropped here. */
  over(key: NodeKey, node: TreeNode, isClosed: boolean): boolean {
    if (!this.carried) return false;
    if (this.target?.key === key) return this.target.takes;
    clearTimeout(this.#opening);
    const target = targetOf(node);
    const takes = target !== undefined && this.#world.command(this.carried, target) !== null;
    this.target = { key, node, takes };
    if (isClosed) this.#opening = setTimeout(() => this.#world.open(key), OPENS_AFTER);
    return takes;
  }

  drop(): void {
    const { carried, target } = this;
    this.end();
    const into = target?.takes ? targetOf(target.node) : undefined;
    if (carried && into !== undefined) this.#world.drop(carried, into);
  }

  leave(): void {
    clearTimeout(this.#opening);
    this.target = null;
  }

  end(): void {
    this.leave();
    this.carried = null;
  }
}

/** undefined: nothing is dropped on such a row. */
function targetOf(node: TreeNode): GroupId | null | undefined {
  if (node.kind === 'group') return node.group.id;
  return node.kind === 'section' && node.section === 'technician-groups' ? null : undefined;
}
