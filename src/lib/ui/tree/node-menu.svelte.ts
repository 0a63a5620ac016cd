import type { MenuAnchor } from '#lib/ui/kit/menu-items.ts';
import type { NodeAction } from './node-actions.ts';
import type { TreeNode } from './tree-nodes.ts';

/** The one menu of the tree, and the dialog that an action of it opens. */
export class NodeMenu {
  open = $state(false);
  anchor = $state.raw<MenuAnchor | null>(null);
  node = $state.raw<TreeNode | null>(null);
  actions = $state.raw<readonly NodeAction[]>([]);
  /** What was chosen and is being asked about. */
  dialog = $state<'create-group' | 'rename' | 'move' | null>(null);

  show(node: TreeNode, actions: readonly NodeAction[], anchor: MenuAnchor): void {
    this.node = node;
    this.actions = actions;
    this.anchor = anchor;
    this.open = true;
  }

  begin(dialog: 'create-group' | 'rename' | 'move', node: TreeNode): void {
    this.node = node;
    this.dialog = dialog;
  }
}
