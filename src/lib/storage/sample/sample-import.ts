/** The finished import of the sample organization: most rows were created, some had problems. */
import type { Group } from '#lib/domain/group.ts';
import type { PersonId, Technician } from '#lib/domain/person.ts';
import type { CommitRow, ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { RowOutcome } from '#lib/import/road.ts';
import type { Problem } from '#lib/import/problems.ts';
import { OutcomeCounter } from '#lib/storage/imports/outcome-counts.ts';
import type { NameGiver } from './sample-people.ts';

interface SampleImport {
  readonly record: Omit<ImportRecord, 'importId' | 'actorName'>;
  readonly rows: readonly CommitRow[];
  readonly technicians: readonly Technician[];
}

const ROWS = 48;
const FIRST_ROW = 2;

/** `group`: the one that the import goes into; `at`: milliseconds since 1970. */
export function sampleImport(
  firstPersonId: PersonId,
  group: Group | undefined,
  names: NameGiver,
  at: number
): SampleImport {
  const technicians: Technician[] = [];
  const rows: CommitRow[] = [];
  const groupId = group?.id ?? 1;
  for (let row = 0; row < ROWS; row++) {
    const { name, email } = names.next();
    const rowNumber = FIRST_ROW + row;
    const spoilt = spoil(row, name, email);
    rows.push({ rowNumber, cells: [...spoilt.cells, ''], outcome: spoilt.outcome });
    if (spoilt.outcome.kind !== 'created') continue;
    technicians.push({
      ...{ id: firstPersonId + technicians.length, role: 'technician', name, email, description: '', groupId },
      ...{ nickname: '', ssoId: '', enabled: true, standardLicense: true, mobileLicense: false }
    });
  }
  const outcomes = new OutcomeCounter();
  outcomes.add(rows);
  const record = {
    ...({ at, actorId: 1, kind: 'agents-workbook', fileName: 'new-agents.xlsx', format: 'xlsx' } as const),
    groupId,
    groupName: group?.name ?? '',
    created: technicians.length,
    updated: 0,
    firstPersonId,
    ...outcomes.counts(),
    sheet: {
      ...{ index: 0, name: 'Agents', headerRowNumber: 1, header: ['Name', 'Email', 'Password'] },
      ...{ matching: { name: 0, email: 1, password: 2 }, resultColumn: 3, passwordColumns: [2] }
    },
    hasSource: false,
    noticeDismissed: false
  };
  return { record, rows, technicians };
}

/** Some rows have what goes wrong in real files. */
function spoil(row: number, name: string, email: string): { cells: readonly string[]; outcome: RowOutcome } {
  const failed = (cells: readonly string[], problem: Problem) => ({
    cells,
    outcome: { kind: 'failed' as const, problems: [problem] }
  });
  const cut = email.replace('@', ' at ');
  switch (row) {
    case 5:
      return failed([name, cut], { field: 'email', code: 'invalid-email', value: cut });
    case 11:
      return failed(['', email], { field: 'name', code: 'missing-value' });
    case 17:
      return failed([name, email], { field: 'password', code: 'password-too-short', length: 6, needed: 8 });
    case 23:
    case 24: {
      const value = 'shift.lead@sample.example';
      const otherRows = [FIRST_ROW + (row === 23 ? 24 : 23)];
      return failed([name, value], { field: 'email', code: 'duplicate-email', value, otherRows, otherRowCount: 1 });
    }
    case 31:
      return failed([name, email], { field: 'password', code: 'password-too-weak', reached: 'none', needed: 'good' });
    case 40:
      return { cells: [name, email], outcome: { kind: 'left-out' } };
    case 44:
      return { cells: [name, email], outcome: { kind: 'created', edited: ['email'] } };
    default:
      return { cells: [name, email], outcome: { kind: 'created', edited: [] } };
  }
}
