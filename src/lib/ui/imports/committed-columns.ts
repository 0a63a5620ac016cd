import { importKinds, type ColumnId } from '#lib/import/kinds.ts';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';

/** A column of the kind, and where the file has it. */
export interface CommittedColumn {
  readonly id: ColumnId;
  /** 0-based, of the row's cells. */
  readonly position: number;
}

/** Passwords are never kept, so they have no column here. */
export function committedColumns({ kind, sheet }: ImportRecord): readonly CommittedColumn[] {
  return importKinds[kind].columns.flatMap(({ id }) => {
    const position = sheet.matching[id] ?? null;
    return id === 'password' || position === null ? [] : [{ id, position }];
  });
}

/** Narrower than this, px, a row is a card. */
export const CARDS_BELOW = 640;

/** What a card has room for. */
export const ON_CARD: readonly ColumnId[] = ['name', 'email'];

/** px; columns of texts share what room there is beside. */
const WIDTHS: Readonly<Record<ColumnId, number>> = {
  name: 150,
  nickname: 110,
  email: 210,
  ssoId: 140,
  description: 150,
  password: 0,
  enabled: 90,
  standardLicense: 140,
  mobileLicense: 130,
  groupId: 125
};
const NUMBER = 76;
const OUTCOME = 300;

/** Row number, outcome, and the columns: `grid-template-columns`, and the width that all of it needs, px. */
export function columnLayout(columns: readonly CommittedColumn[]): {
  readonly template: string;
  readonly width: number;
} {
  const widths = columns.map(({ id }) => WIDTHS[id]);
  const shares = widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' ');
  return {
    template: `${NUMBER}px minmax(${OUTCOME}px, ${OUTCOME}fr) ${shares}`,
    width: widths.reduce((sum, width) => sum + width, NUMBER + OUTCOME)
  };
}
