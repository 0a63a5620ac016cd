import { describe, expect, test } from 'vitest';
import { utils, write, type BookType } from 'xlsx';
import type { ImportKindId } from '#lib/import/kinds.ts';
import type { SourceFile } from '#lib/import/road.ts';
import { FakeOrgStore, group } from './fake-org-store.ts';
import { headerOf } from './made-table.ts';
import { plannedOf, technicianRow } from './technicians-file.ts';

const FORMATS = ['csv', 'tsv', 'json', 'jsonl', 'xlsx', 'xls', 'xlsb', 'ods'] as const;

const ROWS: Record<ImportKindId, string[][]> = {
  'agents-workbook': [
    ['Ana Ümlaut', 'ana@example.com', 'Sample12'],
    ['00123', 'ben@example.com', '1/2/Aa34'],
    ['Cem', 'ANA@example.com', 'weak'],
    ['Dan', 'mira@example.com', '']
  ],
  'technicians-file': [
    technicianRow('Ana', 'ana@example.com', { Nickname: '1e5', Description: 'says "so", twice' }),
    technicianRow('Ben', 'ben@example.com', { Enabled: '0', 'Mobile License': 'y', 'Tech Group ID': '7' }),
    technicianRow('Cem', 'cem', { Enabled: 'perhaps', 'Tech Group ID': 'Support' }),
    technicianRow('', 'dan@example.com', { 'Tech Group ID': '', 'Single Sign-On ID': '0042' }),
    technicianRow('Eve', 'ANA@example.com', { Password: 'Sample 12', 'Standard License': 'no' })
  ]
};

function fileOf(format: (typeof FORMATS)[number], table: string[][]): SourceFile {
  const [header = [], ...rows] = table;
  const items = rows.map((row) => Object.fromEntries(header.map((key, at) => [key, row[at]])));
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = (separator: string): string => table.map((row) => row.map(quoted).join(separator)).join('\n');
  const sheet = utils.aoa_to_sheet(table);
  const bytes: Record<typeof format, () => BlobPart> = {
    csv: () => lines(','),
    tsv: () => lines('\t'),
    json: () => JSON.stringify(items),
    jsonl: () => items.map((item) => JSON.stringify(item)).join('\n'),
    ...Object.fromEntries(
      (['xlsx', 'xls', 'xlsb', 'ods'] as const).map((type) => [
        type,
        () => workbook(sheet, type === 'xls' ? 'biff8' : type)
      ])
    )
  } as Record<typeof format, () => BlobPart>;
  return { name: `people.${format}`, bytes: new Blob([bytes[format]()]) };
}

function workbook(sheet: ReturnType<typeof utils.aoa_to_sheet>, bookType: BookType): ArrayBuffer {
  const book = utils.book_new(sheet, 'People');
  return write(book, { bookType, type: 'array' }) as ArrayBuffer;
}

describe.each(['agents-workbook', 'technicians-file'] as const)('the same rows of the %s', (kind) => {
  const organization = { groups: [group(5, 'Support'), group(7, 'Night')] };
  const table = [headerOf(kind), ...ROWS[kind]];
  const groupId = kind === 'agents-workbook' ? 5 : null;

  const planIn = async (format: (typeof FORMATS)[number]) => {
    const { plan, matched } = await plannedOf(fileOf(format, table), new FakeOrgStore(organization), { kind, groupId });
    // JSON counts items, the others lines: row 2 is the first person.
    const first = matched.table.rowNumber(0);
    const rows = ROWS[kind].map((_, row) => {
      const { problems, ...rest } = plan.row(row);
      const told = problems.map((problem) =>
        problem.code === 'duplicate-email'
          ? { ...problem, otherRows: problem.otherRows.map((at) => at - first) }
          : problem
      );
      return { ...rest, rowNumber: rest.rowNumber - first, problems: told };
    });
    return { rows, drafts: [...plan.drafts()], counts: plan.counts };
  };

  test.each(FORMATS)('give as .%s the plan that they give as .csv', async (format) => {
    const expected = await planIn('csv');
    expect(expected.counts.problems).toBeGreaterThan(1);
    expect(expected.drafts.length).toBeGreaterThan(0);
    expect(await planIn(format)).toEqual(expected);
  });
});
