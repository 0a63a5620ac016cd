/** The keyboard of ARIA's tree pattern, as plain functions over the open rows. */
import type { TreeRow } from '#lib/ui/tree/tree-rows.ts';

interface OpenRows {
  readonly length: number;
  row(index: number): TreeRow;
  parentOf(index: number): number;
}

export type TreeMove =
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'expand' | 'collapse' | 'select' | 'menu' | 'rename' | 'delete'; readonly index: number }
  /** Marks from where the range began up to this row, or takes the mark of one row away or puts it there. */
  | { readonly kind: 'mark-to' | 'toggle-mark' | 'mark-siblings'; readonly index: number }
  | { readonly kind: 'unmark' }
  /** Opens every closed row beside this one. */
  | { readonly kind: 'expand-siblings'; readonly index: number };

interface TreeKey {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Or the command key. */
  readonly ctrlKey?: boolean;
}

/** What a key means on the row `index`; null where it means nothing to the tree. `page` is how many rows are in sight. */
export function treeMove(pressed: TreeKey, rows: OpenRows, index: number, page: number): TreeMove | null {
  const last = rows.length - 1;
  const focus = (to: number): TreeMove => ({ kind: 'focus', index: Math.min(last, Math.max(0, to)) });
  const row = rows.row(index);
  if (pressed.ctrlKey) return markingMove(pressed.key, index);
  if (pressed.shiftKey && (pressed.key === 'ArrowDown' || pressed.key === 'ArrowUp')) {
    const to = index + (pressed.key === 'ArrowDown' ? 1 : -1);
    return { kind: 'mark-to', index: Math.min(last, Math.max(0, to)) };
  }
  switch (pressed.key) {
    case 'ArrowDown':
      return focus(index + 1);
    case 'ArrowUp':
      return focus(index - 1);
    case 'Home':
      return focus(0);
    case 'End':
      return focus(last);
    case 'PageDown':
      return focus(index + page);
    case 'PageUp':
      return focus(index - page);
    case 'ArrowRight':
      if (row.expanded === false) return { kind: 'expand', index };
      return row.expanded ? focus(index + 1) : null;
    case 'ArrowLeft':
      if (row.expanded && row.level > 1) return { kind: 'collapse', index };
      return rows.parentOf(index) >= 0 ? focus(rows.parentOf(index)) : null;
    case 'Enter':
    case ' ':
      return { kind: 'select', index };
    case '*':
      return { kind: 'expand-siblings', index };
    case 'F2':
      return { kind: 'rename', index };
    case 'Delete':
      return { kind: 'delete', index };
    case 'Escape':
      return { kind: 'unmark' };
    case 'ContextMenu':
      return { kind: 'menu', index };
    case 'F10':
      return pressed.shiftKey ? { kind: 'menu', index } : null;
    default:
      return null;
  }
}

function markingMove(key: string, index: number): TreeMove | null {
  if (key === ' ') return { kind: 'toggle-mark', index };
  return key.toLowerCase() === 'a' ? { kind: 'mark-siblings', index } : null;
}

/** Rows looked at from the focus on: typing into a group of 100,000 people must not look at all of them. */
const TYPE_AHEAD_REACH = 2000;

/** The next row whose name begins with what was typed, from the row after `from` (or it itself while a word grows); -1 for none. */
export function typeAhead(typed: string, rows: OpenRows, from: number, nameOf: (row: TreeRow) => string): number {
  const wanted = typed.toLocaleLowerCase();
  const first = typed.length > 1 ? from : from + 1;
  for (let step = 0; step < Math.min(rows.length, TYPE_AHEAD_REACH); step++) {
    const index = (first + step) % rows.length;
    if (nameOf(rows.row(index)).toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
