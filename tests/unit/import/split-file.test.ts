import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { openSpreadsheet } from '#lib/spreadsheet/open-spreadsheet.ts';
import { splitFile } from '#lib/import/split-file.ts';
import type { SourceFile } from '#lib/import/road.ts';
import { partText } from '../../fixtures/package-parts.ts';
import { FakeOrgStore } from './fake-org-store.ts';
import { csv, HEADER, plannedOf, technicianRow } from './technicians-file.ts';

const PEOPLE = Array.from({ length: 5 }, (_, at) => technicianRow(`P${at}`, `p${at}@example.com`));
const store = new FakeOrgStore({ settings: { importRowLimit: 2 } });

const workbook: SourceFile = {
  name: 'people.xls',
  bytes: new Blob([
    write(utils.book_new(utils.aoa_to_sheet([HEADER, ...PEOPLE]), 'P'), {
      bookType: 'biff8',
      type: 'array'
    }) as ArrayBuffer
  ])
};
const json: SourceFile = {
  name: 'people.json',
  bytes: new Blob([JSON.stringify(PEOPLE.map((row) => Object.fromEntries(HEADER.map((key, at) => [key, row[at]]))))])
};

describe('a file with more rows than allowed', () => {
  test.each([
    ['csv', csv(PEOPLE), 'csv'],
    ['json', json, 'json'],
    ['xls', workbook, 'xlsx']
  ] as const)('as .%s is split into files that are each imported without a question', async (_, source, ending) => {
    const planned = await plannedOf(source, store);
    expect(planned.plan.counts.byProblem).toEqual({ 'too-many-rows': 3 });
    planned.plan.edit(0, 'name', 'Renamed');
    planned.plan.leaveOut([1], true);

    const { files, together } = await splitFile(planned, 2);
    expect(files.map(({ name }) => name)).toEqual([`people-1.${ending}`, `people-2.${ending}`]);
    expect(together.name).toBe('people.zip');
    const names: string[] = [];
    for (const file of files) {
      const { plan } = await plannedOf(file, store);
      expect(plan.counts).toMatchObject({ ready: 2, problems: 0 });
      names.push(...[...plan.drafts()].map(({ name }) => name));
    }
    expect(names).toEqual(['Renamed', 'P2', 'P3', 'P4']);
    for (const { name, bytes } of files.filter((file) => file.name.endsWith(ending) && ending !== 'xlsx')) {
      expect(await partText(together.bytes, name)).toBe(await bytes.text());
    }
  });

  test('in JSON keeps values as they are written, but for those that were edited', async () => {
    const start = '"Nickname":null,  "Email":"a@example.com","Single Sign-On ID":7e0';
    const end = '"Description":{"Floor":1.0},"Password":"Sample12","Enabled":true,"Standard License":1';
    const more = '"Mobile License":false,"Tech Group ID":5';
    const whole = `{"Name":"Ana", ${start},${end},${more}}`;
    const bytes = new Blob([
      `[${whole},\n{"Name":"Béa","Email":"b@example.com",${end.slice(28)},${more}},`,
      whole,
      ']'
    ]);
    const planned = await plannedOf({ name: 'people.json', bytes }, store);
    planned.plan.edit(2, 'email', 'c"@example.com');
    const texts = await Promise.all((await splitFile(planned, 1)).files.map((file) => file.bytes.text()));
    expect(texts[0]).toBe(`[\n  ${whole}\n]\n`);
    expect(JSON.parse(texts[1] ?? '')).toEqual([
      {
        ...{ Name: 'Béa', Nickname: '', Email: 'b@example.com', 'Single Sign-On ID': '', Description: '' },
        ...{ Password: 'Sample12', Enabled: true, 'Standard License': 1, 'Mobile License': false, 'Tech Group ID': 5 }
      }
    ]);
    expect(texts[2]).toContain('"Description": {"Floor":1.0}');
    expect(texts[2]).toContain('"Single Sign-On ID": 7e0, ');
    expect(JSON.parse(texts[2] ?? '')).toMatchObject([{ Email: 'c"@example.com', 'Standard License': 1 }]);
  });

  test('keeps the separator, the quotes and the encoding', async () => {
    const text = [HEADER, technicianRow('A;B', 'a@example.com')]
      .map((row) => row.map((cell) => `'${cell}'`).join(';'))
      .join('\n');
    const planned = await plannedOf({ name: 'people.csv', bytes: new Blob(['\ufeff', text]) }, store);
    const [file] = (await splitFile(planned, 2)).files;
    expect(file && (await openSpreadsheet(file))).toMatchObject({
      text: { ...planned.matched.table.text, byteOrderMark: true, separator: ';', quote: "'", lineEnd: '\n' }
    });
  });
});
