import { untrack } from 'svelte';
import type { OrganizationView } from '#lib/ui/tree/organization-view.svelte.ts';
import { ORGANIZATION_KEY, type NodeKey } from '#lib/ui/tree/tree-nodes.ts';
import type { TreeViewport } from './tree-viewport.svelte.ts';

/** The one row that has the focus, or gets it when Tab comes to the tree. To be made while a component is set up. */
export class TreeCursor {
  key = $state<NodeKey>(ORGANIZATION_KEY);

  readonly #view: OrganizationView;
  readonly #sight: TreeViewport;
  #last = 0;

  /** Its place among the open rows; where its node is gone, the place that it had. */
  readonly index = $derived.by(() => {
    const index = this.#view.indexOf(this.key);
    return index >= 0 ? index : Math.min(this.#last, this.#view.rows.length - 1);
  });

  constructor(view: OrganizationView, sight: TreeViewport) {
    this.#view = view;
    this.#sight = sight;
    this.key = untrack(() => view.selectedKey) ?? ORGANIZATION_KEY;

    // What is selected from outside becomes the row that Tab comes to.
    $effect(() => {
      if (view.selectedKey) this.key = view.selectedKey;
    });
    // Rows move when groups come and go: the focus stays with its node, not with its place.
    $effect(() => {
      this.#last = this.index;
      const focused = document.activeElement;
      if (focused?.role === 'treeitem' && sight.list?.contains(focused)) void sight.focus(this.index);
    });
    $effect(() => {
      const wanted = view.focusWanted;
      if (wanted === null || sight.height === 0 || view.indexOf(wanted) < 0) return;
      view.focusWanted = null;
      this.key = wanted;
      void sight.focus(view.indexOf(wanted));
    });
    $effect(() => {
      const wanted = view.sightWanted;
      if (wanted === null || sight.height === 0 || view.indexOf(wanted) < 0) return;
      view.sightWanted = null;
      this.key = wanted;
      void sight.bringIntoSight(view.indexOf(wanted));
    });
  }

  goTo(index: number): void {
    this.key = this.#view.rows.row(index).key;
    void this.#sight.focus(index);
  }

  /** A screen reader may set the focus without a key: the row that has it is the one. */
  follow({ target }: FocusEvent): void {
    const { rows } = this.#view;
    const index = target instanceof HTMLElement && target.role === 'treeitem' ? Number(target.dataset['index']) : -1;
    if (index >= 0 && index < rows.length) this.key = rows.row(index).key;
  }
}
