import type { MenuAnchor } from '#lib/ui/kit/menu-items.ts';
import type { CreatePersonAction, NodeAction } from './node-actions.ts';
import type { TreeNode } from '#lib/ui/tree/tree-nodes.ts';
import { carriedNode, type Carried } from './carried.ts';

/** The actions that ask something first. */
type NodeDialog = 'create-group' | 'rename' | 'move' | 'delete' | CreatePersonAction;

/** The one menu of the tree, and the dialog that an action of it opens. */
export class NodeMenu {
  open = $state(false);
  anchor = $state.raw<MenuAnchor | null>(null);
  node = $state.raw<TreeNode | null>(null);
  /** What its actions are done to: the node, or everything marked together with it. */
  carried = $state.raw<Carried | null>(null);
  actions = $state.raw<readonly NodeAction[]>([]);
  /** What was chosen and is being asked about. */
  dialog = $state<NodeDialog | null>(null);

  show(node: TreeNode, actions: readonly NodeAction[], anchor: MenuAnchor, carried = carriedNode(node)): void {
    this.node = node;
    this.carried = carried;
    this.actions = actions;
    this.anchor = anchor;
    this.open = true;
  }

  /** Does an action as if it were chosen from the menu: whoever shows the menu watches `asked`. */
  asked = $state.raw<NodeAction | null>(null);

  ask(action: NodeAction, node: TreeNode, carried = carriedNode(node)): void {
    this.node = node;
    this.carried = carried;
    this.asked = action;
  }

  begin(dialog: NodeDialog, node: TreeNode, carried = carriedNode(node)): void {
    this.node = node;
    this.carried = carried;
    this.dialog = dialog;
  }
}
