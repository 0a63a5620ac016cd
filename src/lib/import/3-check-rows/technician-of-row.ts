import type { GroupId } from '#lib/domain/group.ts';
import type { SeatTaker } from '#lib/domain/licenses.ts';
import type { Technician } from '#lib/domain/person.ts';
import type { ColumnId, ImportKind } from '#lib/import/kinds.ts';
import type { TechnicianDraft, TechnicianUpdate } from '#lib/import/road.ts';
import { parseYesNo } from './yes-no.ts';

/** A row's texts as RowChecker hands them on. */
type RowCells = (column: ColumnId) => string;

export function namedGroup(text: string): GroupId | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Only of rows without problems: what cannot be read here is what the kind has no column for. */
export function draftOf(cell: RowCells, { columns, defaults }: ImportKind, groupId: GroupId): TechnicianDraft {
  const words = (column: 'nickname' | 'ssoId' | 'description'): string =>
    columns.some(({ id }) => id === column) ? cell(column) : defaults[column];
  return {
    name: cell('name'),
    nickname: words('nickname'),
    email: cell('email'),
    ssoId: words('ssoId'),
    description: words('description'),
    password: cell('password'),
    ...seatsOf(cell, defaults),
    groupId
  };
}

/** An empty cell changes nothing, nor does one that cannot be read: that is a problem of its own. */
export function updateOf(cell: RowCells, before: Technician, chosenGroup: GroupId | null): TechnicianUpdate {
  const password = cell('password');
  return {
    before,
    after: {
      ...before,
      name: cell('name') || before.name,
      nickname: cell('nickname') || before.nickname,
      ssoId: cell('ssoId') || before.ssoId,
      description: cell('description') || before.description,
      ...seatsOf(cell, before),
      groupId: chosenGroup ?? namedGroup(cell('groupId')) ?? before.groupId
    },
    ...(password !== '' && { password })
  };
}

/** `otherwise`: where the cells do not say. */
export function seatsOf(cell: RowCells, otherwise: SeatTaker): SeatTaker {
  return {
    enabled: parseYesNo(cell('enabled')) ?? otherwise.enabled,
    standardLicense: parseYesNo(cell('standardLicense')) ?? otherwise.standardLicense,
    mobileLicense: parseYesNo(cell('mobileLicense')) ?? otherwise.mobileLicense
  };
}
