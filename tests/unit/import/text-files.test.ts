import { describe, expect, test } from 'vitest';
import { encodeText } from '#lib/spreadsheet/text/encode.ts';
import type { SourceFile } from '#lib/import/road.ts';
import { sourceFacts } from '#lib/import/source-facts.ts';
import { FakeOrgStore } from './fake-org-store.ts';
import { csv, HEADER, plannedOf, preview, technicianRow } from './technicians-file.ts';

const ANA = technicianRow('Ana', 'ana@example.com');

describe('a text file', () => {
  test('tells how it was understood, with a few cells and no password', async () => {
    const { matched, kind } = await plannedOf(csv([ANA]), new FakeOrgStore());
    expect(sourceFacts(matched.table, kind)).toEqual({
      format: 'csv',
      text: { encoding: 'utf-8', byteOrderMark: false, separator: ',', quote: '"', lineEnd: '\r\n' },
      sample: [HEADER, ANA.map((text) => (text === 'Sample12' ? '••••••••' : text))]
    });
  });

  test('is read again as the person says that it is written', async () => {
    const text = [HEADER, technicianRow('Győző', 'gyozo@example.com')].map((row) => row.join(',')).join('\n');
    const file: SourceFile = { name: 'people.csv', bytes: new Blob([encodeText(text, 'windows-1250') ?? '']) };
    const names = async (encoding: 'windows-1252' | 'windows-1250'): Promise<string[]> => {
      const { plan } = await plannedOf(file, new FakeOrgStore(), { text: { encoding } });
      return [...plan.drafts()].map(({ name }) => name);
    };
    expect(await names('windows-1250')).toEqual(['Győző']);
    expect(await names('windows-1252')).toEqual(['Gyõzõ']);
  });

  test('that cannot be read tells how it was understood, and can be read in another way', async () => {
    const file = csv([ANA.map((cell, at) => (at === 0 ? '"Ana' : cell))]);
    const outcome = await preview(file, new FakeOrgStore());
    expect(outcome).toMatchObject({
      kind: 'failure',
      failure: { code: 'unclosed-quote', line: 2 },
      facts: { format: 'csv', text: { encoding: 'utf-8', separator: ',', quote: '"', lineEnd: '\r\n' } }
    });
    const { plan, matched } = await plannedOf(file, new FakeOrgStore(), { text: { quote: '' } });
    expect([...plan.drafts()].map(({ name }) => name)).toEqual(['"Ana']);
    expect(matched.table.text).toMatchObject({ quote: '' });
  });

  test('cut in the wrong places shows only its header, for its cells may hold passwords', async () => {
    const outcome = await preview(csv([ANA]), new FakeOrgStore(), { text: { separator: ';' } });
    expect(outcome).toMatchObject({
      kind: 'header-mismatch',
      facts: { format: 'csv', text: { separator: ';' }, sample: [[HEADER.join(',')]] }
    });
    expect(JSON.stringify(outcome)).not.toContain('Sample12');
  });
});

describe('a JSON file', () => {
  const item = Object.fromEntries(HEADER.map((key, at) => [key, ANA[at]]));
  const file = (items: unknown, name = 'people.json'): SourceFile => ({
    name,
    bytes: new Blob([JSON.stringify(items)])
  });

  test('may have its members in any order', async () => {
    const reversed = Object.fromEntries(Object.entries(item).reverse());
    const { plan } = await plannedOf(file([reversed, { ...reversed, Email: 'ben@example.com' }]), new FakeOrgStore());
    expect(plan.counts).toMatchObject({ total: 2, ready: 2 });
  });

  test('may have values of any type, and tells of wrong ones in the cell', async () => {
    const typed = { ...item, Enabled: true, 'Mobile License': 0, 'Tech Group ID': 5, 'Standard License': [1] };
    const { plan } = await plannedOf(file([typed]), new FakeOrgStore());
    expect(plan.row(0).problems).toEqual([{ field: 'standardLicense', code: 'not-yes-no', value: '[1]' }]);
  });

  test('with a syntax error tells how its text was understood', async () => {
    const bytes = new Blob(['\ufeff[{"Name" "Ana"}]']);
    expect(await preview({ name: 'people.json', bytes }, new FakeOrgStore())).toEqual({
      kind: 'failure',
      failure: { code: 'json-syntax', line: 1, column: 10 },
      facts: { format: 'json', text: { encoding: 'utf-8', byteOrderMark: true, lineEnd: '\n' } }
    });
  });

  test('without one of the members is told which', async () => {
    const { Nickname: _, ...rest } = item;
    const outcome = await preview(file([rest]), new FakeOrgStore());
    expect(outcome).toMatchObject({
      kind: 'header-mismatch',
      mismatch: { missing: ['nickname'], moved: [], extra: [] }
    });
  });
});

describe('a chosen group', () => {
  test('wins over the IDs of the file, which are counted and checked no more', async () => {
    const rows = [ANA, technicianRow('Ben', 'ben@example.com', { 'Tech Group ID': 'x' })];
    const { plan } = await plannedOf(csv(rows), new FakeOrgStore(), { groupId: 5 });
    expect(plan.counts).toMatchObject({ ready: 2 });
    expect(plan.ignoredGroups).toBe(2);
  });
});
