import type { GroupId, NamedGroup } from '#lib/domain/group.ts';
import type { Technician } from '#lib/domain/person.ts';
import type { CellChange, RowUpdate, TechnicianUpdate } from '#lib/import/road.ts';

/** The email is how the person was found, and the group is a move. */
const FIELDS = [
  'name',
  'nickname',
  'ssoId',
  'description',
  'enabled',
  'standardLicense',
  'mobileLicense'
] as const satisfies readonly (keyof Technician)[];

/** What a row changes, cell by cell, as it is shown; of a password only that it is another. */
export function rowUpdate(
  { before, after, password }: TechnicianUpdate,
  groups: { named(id: GroupId): NamedGroup }
): RowUpdate {
  const changes: CellChange[] = FIELDS.filter((field) => before[field] !== after[field]).map((column) => ({
    column,
    before: cellText(before[column]),
    after: cellText(after[column])
  }));
  if (password !== undefined) changes.push({ column: 'password', before: '', after: '' });
  const moved = before.groupId !== after.groupId;
  return {
    personId: before.id,
    personName: before.name,
    changes,
    ...(moved && { moved: { from: groups.named(before.groupId), to: groups.named(after.groupId) } })
  };
}

function cellText(value: string | boolean): string {
  return typeof value === 'string' ? value : value ? 'TRUE' : 'FALSE';
}
