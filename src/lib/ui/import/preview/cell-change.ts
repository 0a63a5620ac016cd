import { columnName } from '#lib/wording/columns.ts';
import { m } from '#i18n/messages.js';
import type { ColumnId } from '#lib/import/kinds.ts';
import type { RowUpdate } from '#lib/import/road.ts';

/** What a cell changes of someone who is there already, in the words of the preview. */
interface ShownChange {
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

export interface NamedChange extends ShownChange {
  /** What is changed: a column, or the group. */
  readonly label: string;
}

/** Everything that an update changes; `password`: how a former and a new one are called. */
export function namedChanges(
  { changes, moved }: Pick<RowUpdate, 'changes' | 'moved'>,
  password: ShownChange = { before: m.preview_former_password(), after: m.preview_new_password() }
): readonly NamedChange[] {
  const named = changes.map(({ column, before, after }) => ({
    label: columnName(column),
    ...(column === 'password'
      ? password
      : { before: before || m.preview_nothing(), after: after || m.preview_nothing() })
  }));
  if (!moved) return named;
  return [...named, { label: m.imports_fact_group(), before: moved.from.name, after: moved.to.name }];
}
