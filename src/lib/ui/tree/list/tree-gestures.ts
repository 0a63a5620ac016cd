/** What is done to a row by pressing it, by its menu, by a key or by dragging it. */
import type { GroupId } from '#lib/domain/group.ts';
import type { MenuAnchor } from '#lib/ui/kit/menu-items.ts';
import {
  carriedNode,
  carriedOf,
  countOf,
  markedOf,
  moveCommand,
  type Around,
  type Carried
} from '#lib/ui/tree/actions/carried.ts';
import { nodeActions, severalActions } from '#lib/ui/tree/actions/node-actions.ts';
import type { NodeChanges } from '#lib/ui/tree/actions/node-changes.ts';
import type { NodeMenu } from '#lib/ui/tree/actions/node-menu.svelte.ts';
import type { OrganizationView } from '#lib/ui/tree/organization-view.svelte.ts';
import type { TreeCursor } from './tree-cursor.svelte.ts';
import { TreeDrag } from './tree-drag.svelte.ts';
import { treeMove, typeAhead, type TreeMove } from './tree-keys.ts';
import { markSiblings, markTo, toggleMark } from './tree-marking.ts';
import { groupKey, nodeKey, personKey, type TreeNode } from '#lib/ui/tree/tree-nodes.ts';
import type { TreeViewport } from './tree-viewport.svelte.ts';
import { TypeAheadWord } from './type-ahead.ts';

/** Where or how a row was pressed: with Ctrl or the command key its mark changes, with Shift a range is marked. */
type RowPress = 'row' | 'arrow' | 'toggle' | 'range';

interface TreeWorld {
  readonly view: OrganizationView;
  readonly sight: TreeViewport;
  readonly cursor: TreeCursor;
  readonly menu: NodeMenu;
  readonly changes: NodeChanges;
  /** Who acts on what; read anew each time. */
  readonly around: () => Around;
  readonly nameOf: (node: TreeNode) => string;
}

export class TreeGestures {
  readonly drag: TreeDrag;
  readonly #world: TreeWorld;
  readonly #word = new TypeAheadWord();

  constructor(world: TreeWorld) {
    this.#world = world;
    this.drag = new TreeDrag({
      lift: (node) => this.#togetherWith(node),
      command: (carried, target) => moveCommand(carried, target, world.around()),
      open: (key) => world.view.expansion.open(key),
      drop: (carried, target) => void this.#drop(carried, target)
    });
  }

  press(index: number, how: RowPress): void {
    const { view, cursor } = this.#world;
    const { marks } = view;
    const row = view.rows.row(index);
    if (marks.picking && (how === 'row' || how === 'arrow')) {
      if (how === 'row' && markedOf(row.node)) toggleMark(view, index);
      else this.toggle(index);
      return cursor.goTo(index);
    }
    if (how === 'range') markTo(view, cursor.index, index);
    else if (how === 'toggle') toggleMark(view, index);
    else marks.clear();
    cursor.goTo(index);
    if (how === 'arrow') this.toggle(index);
    else if (how === 'row' && row.node.kind !== 'slot') {
      marks.anchor = row.key;
      view.select(row.key);
    }
  }

  /** Opens or closes it. */
  toggle(index: number): void {
    const { view } = this.#world;
    const { key, expanded } = view.rows.row(index);
    if (expanded === null || view.findings) return;
    if (expanded) view.expansion.close(key);
    else view.expansion.open(key);
  }

  openMenu(index: number, anchor?: MenuAnchor): void {
    const { view, sight, cursor, menu } = this.#world;
    const { node, key } = view.rows.row(index);
    const carried = this.#togetherWith(node);
    const actions = this.#actionsFor(node, carried);
    if (actions.length === 0) return;
    cursor.key = key;
    const rect = sight.element(index)?.getBoundingClientRect();
    menu.show(node, actions, anchor ?? { x: (rect?.left ?? 0) + 40, y: rect?.bottom ?? 0 }, carried);
  }

  /** Begins to drag a row; gives all that comes along. */
  lift(index: number): Carried {
    const { view, cursor } = this.#world;
    const { key, node } = view.rows.row(index);
    cursor.key = key;
    return this.drag.lift(node);
  }

  /** Whether what is dragged may be dropped on this row. */
  over(index: number): boolean {
    const { key, node, expanded } = this.#world.view.rows.row(index);
    return this.drag.over(key, node, expanded === false);
  }

  pressKey(event: KeyboardEvent): void {
    if (event.target instanceof HTMLElement && event.target.role !== 'treeitem') return;
    if (event.altKey) return;
    const { view, sight, cursor, nameOf } = this.#world;
    const ctrlKey = event.ctrlKey || event.metaKey;
    const typed = ctrlKey ? null : this.#word.add(event.key, Date.now());
    if (typed !== null) {
      const index = typeAhead(typed, view.rows, cursor.index, ({ node }) => nameOf(node));
      event.preventDefault();
      if (index >= 0) cursor.goTo(index);
      return;
    }
    const { key, shiftKey } = event;
    const move = treeMove({ key, shiftKey, ctrlKey }, view.rows, cursor.index, sight.page);
    if (!move || (move.kind === 'unmark' && view.marks.size === 0 && !view.marks.picking)) return;
    event.preventDefault();
    this.#make(move);
  }

  #make(move: TreeMove): void {
    const { view, cursor, menu, around } = this.#world;
    if (move.kind === 'unmark') return view.marks.clear();
    const { index } = move;
    const { node } = view.rows.row(index);
    switch (move.kind) {
      case 'focus':
        view.marks.anchor = null;
        return cursor.goTo(index);
      case 'expand':
      case 'collapse':
        return this.toggle(index);
      case 'select':
        return this.press(index, 'row');
      case 'menu':
        return this.openMenu(index);
      case 'rename':
        return nodeActions(node, around()).includes('rename') ? menu.begin('rename', node) : undefined;
      case 'delete': {
        const carried = this.#togetherWith(node);
        return this.#actionsFor(node, carried).includes('delete') ? menu.ask('delete', node, carried) : undefined;
      }
      case 'mark-to':
        markTo(view, cursor.index, index);
        return cursor.goTo(index);
      case 'mark-siblings':
        return markSiblings(view, index);
      case 'toggle-mark':
        return toggleMark(view, index);
      case 'expand-siblings': {
        const beside = [...view.rows.siblings(index)].map((sibling) => view.rows.row(sibling));
        return view.expansion.open(...beside.filter(({ expanded }) => expanded === false).map(({ key }) => key));
      }
    }
  }

  /** All that is marked, where this row is among it; else the row alone. */
  #togetherWith(node: TreeNode): Carried {
    const { marks } = this.#world.view;
    return marks.size > 1 && marks.has(nodeKey(node)) ? carriedOf(marks.all()) : carriedNode(node);
  }

  #actionsFor(node: TreeNode, carried: Carried) {
    const around = this.#world.around();
    return countOf(carried) > 1 ? severalActions(carried, around) : nodeActions(node, around);
  }

  async #drop(carried: Carried, target: GroupId | null): Promise<void> {
    const { view, changes, nameOf } = this.#world;
    const [group] = carried.groups;
    const [person] = [...carried.technicians, ...carried.administrators];
    const index = view.indexOf(group ? groupKey(group.id) : personKey(person?.id ?? 0));
    await changes.drop(carried, index < 0 ? '' : nameOf(view.rows.row(index).node), target);
  }
}
