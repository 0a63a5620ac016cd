/** How keys and clicks mark rows, over the open ones. */
import type { OrganizationView } from '#lib/ui/tree/organization-view.svelte.ts';
import type { TreeNode } from '#lib/ui/tree/tree-nodes.ts';

export function markTo(view: OrganizationView, from: number, to: number): void {
  const { marks, rows } = view;
  const anchored = marks.anchor === null ? -1 : view.indexOf(marks.anchor);
  const begin = anchored >= 0 ? anchored : from;
  if (anchored < 0) marks.anchor = rows.row(from).key;
  void marks.mark(rows, between(begin, to));
}

export function markSiblings(view: OrganizationView, index: number): void {
  view.marks.anchor = view.rows.row(index).key;
  void view.marks.mark(view.rows, view.rows.siblings(index));
}

export function toggleMark(view: OrganizationView, index: number): void {
  view.marks.toggle(view.rows.row(index).node, view.marks.picking ? null : selectedNode(view));
}

function selectedNode(view: OrganizationView): TreeNode | null {
  const index = view.selectedKey === null ? -1 : view.indexOf(view.selectedKey);
  return index < 0 ? null : view.rows.row(index).node;
}

/** From the one to the other, both included, in the direction that was asked for. */
function* between(from: number, to: number): Generator<number> {
  const step = from <= to ? 1 : -1;
  for (let index = from; index !== to + step; index += step) yield index;
}
