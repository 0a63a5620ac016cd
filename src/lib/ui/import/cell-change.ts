import { m } from '#i18n/messages.js';
import type { ColumnId } from '#lib/import/kinds.ts';
import type { RowUpdate } from '#lib/import/road.ts';

/** What a cell changes of someone who is there already, in the words of the preview. */
export interface ShownChange {
  readonly before: string;
  readonly after: string;
}

/** null: the cell changes nothing. A password has no words: that it is a new one is all that is told. */
export function changeInCell(update: RowUpdate | undefined, column: ColumnId, text: string): ShownChange | null {
  if (!update) return null;
  if (column === 'groupId') {
    const { moved } = update;
    return moved ? { before: moved.from.name, after: moved.to.name } : null;
  }
  const change = update.changes.find((found) => found.column === column);
  if (!change) return null;
  if (column === 'password') return { before: m.preview_former_password(), after: text };
  return { before: change.before || m.preview_nothing(), after: change.after || m.preview_nothing() };
}
