import { COLUMNS_AFTER, COLUMNS_BEFORE } from './grid-columns.ts';

/** What a key does in the preview's grid while no cell is edited (ARIA Authoring Practices: Grid). */

export interface GridPlace {
  /** Place in the list. */
  readonly row: number;
  /** Place among the grid's columns, whatever they show. */
  readonly column: number;
}

interface GridExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves by. */
  readonly page: number;
}

type GridAction =
  | { readonly kind: 'move'; readonly to: GridPlace }
  | { readonly kind: 'act' }
  | { readonly kind: 'leave-out' }
  /** Edits the cell with this text in the place of its own. */
  | { readonly kind: 'type'; readonly text: string };

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** null: the key is not the grid's. */
export function gridAction(pressed: PressedKey, at: GridPlace, extent: GridExtent): GridAction | null {
  if (pressed.altKey || extent.rows === 0) return null;
  const jump = pressed.ctrlKey || pressed.metaKey;
  const to = destination(pressed.key, jump, at, extent);
  if (to) return { kind: 'move', to: clamped(to, extent) };
  if (jump) return null;
  if (pressed.key === 'Enter' || pressed.key === 'F2' || pressed.key === ' ') return { kind: 'act' };
  const onValue = at.column >= COLUMNS_BEFORE && at.column < extent.columns - COLUMNS_AFTER;
  if (pressed.key === 'Delete' && !onValue) return { kind: 'leave-out' };
  if (!onValue) return null;
  if (pressed.key === 'Delete' || pressed.key === 'Backspace') return { kind: 'type', text: '' };
  return isCharacter(pressed.key) ? { kind: 'type', text: pressed.key } : null;
}

/** Whether the key writes something; names of keys are words. */
export function isCharacter(key: string): boolean {
  return Array.from(key).length === 1;
}

function destination(key: string, jump: boolean, at: GridPlace, extent: GridExtent): GridPlace | null {
  const [lastRow, lastColumn] = [extent.rows - 1, extent.columns - 1];
  switch (key) {
    case 'ArrowDown':
      return { ...at, row: jump ? lastRow : at.row + 1 };
    case 'ArrowUp':
      return { ...at, row: jump ? 0 : at.row - 1 };
    case 'ArrowRight':
      return { ...at, column: jump ? lastColumn : at.column + 1 };
    case 'ArrowLeft':
      return { ...at, column: jump ? 0 : at.column - 1 };
    case 'PageDown':
      return { ...at, row: at.row + extent.page };
    case 'PageUp':
      return { ...at, row: at.row - extent.page };
    case 'Home':
      return { row: jump ? 0 : at.row, column: 0 };
    case 'End':
      return { row: jump ? lastRow : at.row, column: lastColumn };
    default:
      return null;
  }
}

function clamped(place: GridPlace, extent: GridExtent): GridPlace {
  return {
    row: Math.max(0, Math.min(extent.rows - 1, place.row)),
    column: Math.max(0, Math.min(extent.columns - 1, place.column))
  };
}
