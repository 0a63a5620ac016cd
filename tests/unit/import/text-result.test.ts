import { describe, expect, test } from 'vitest';
import { maskedSource } from '#lib/worker/masked-source.ts';
import { encodeText } from '#lib/spreadsheet/text/encode.ts';
import type { SourceFile } from '#lib/import/road.ts';
import { cellsOf } from './cells-of.ts';
import { FakeOrgStore } from './fake-org-store.ts';
import { HEADER, plannedOf, resultOf, technicianRow } from './technicians-file.ts';
import { committed } from './committed.ts';

const ROWS = [
  technicianRow('Ana', 'ana@example.com', { Description: 'a|b' }),
  technicianRow('Žofie', 'zofie'),
  technicianRow('Cem', 'cem@example.com')
];

const quoted = (cell: string): string => (cell.includes('|') ? `"${cell}"` : cell);
const text = [HEADER, ...ROWS].map((row) => `${row.map(quoted).join('|')}\r`).join('');
const csv: SourceFile = { name: 'people.txt', bytes: new Blob([encodeText(text, 'windows-1250') ?? '']) };

const json: SourceFile = {
  name: 'people.json',
  bytes: new Blob([
    `{ "from": 1e3, "people": [
  { ${HEADER.map((key, at) => `"${key}": ${key === 'Tech Group ID' ? 5 : JSON.stringify(ROWS[0]?.[at])}`).join(', ')} },
  {
${HEADER.map((key, at) => `    "${key}":${JSON.stringify(ROWS[1]?.[at])}`).join(',\n')}
  }
] }`
  ])
};

async function imported(source: SourceFile) {
  const store = new FakeOrgStore();
  const planned = await plannedOf(source, store);
  const importId = await committed(planned, store, await maskedSource(planned, new AbortController().signal));
  return { store, planned, importId };
}

const decoded = async (bytes: Blob, encoding: string): Promise<string> =>
  new TextDecoder(encoding).decode(await bytes.arrayBuffer());

describe('the result of a CSV file', () => {
  test('comes back with its separator, quotes, line ends and encoding, and one column more', async () => {
    const { store, planned } = await imported(csv);
    const { name, bytes } = await resultOf(planned, store);
    expect(name).toBe('people-result.txt');
    const results = [
      'Result',
      'Created',
      'Email “zofie” is not an email address. Write it like name@example.com.',
      'Created'
    ];
    const lines = text.split('\r').slice(0, 4);
    expect(await decoded(bytes, 'windows-1250')).toBe(lines.map((line, at) => `${line}|${results[at]}\r`).join(''));
  });

  test('is there after a restart, without passwords', async () => {
    const { store, importId } = await imported(csv);
    const kept = await decoded((await resultOf(importId, store)).bytes, 'windows-1250');
    expect(kept).toBe(await decoded((await resultOf(importId, store, 'same', true)).bytes, 'windows-1250'));
    expect(kept).not.toContain('Sample12');
    expect(kept.split('\r')[1]).toBe('Ana||ana@example.com||"a|b"|••••••••|TRUE|TRUE|FALSE|5|Created');
  });

  test('is a workbook where that was asked', async () => {
    const { store, planned } = await imported(csv);
    const { name, bytes } = await resultOf(planned, store, 'xlsx');
    expect(name).toBe('people-result.xlsx');
    expect((await cellsOf(bytes))[3]).toEqual([...(ROWS[2] ?? []), 'Created']);
  });
});

describe('the result of a JSON file', () => {
  test('is the file itself with a Result in each item, laid out as they are', async () => {
    const { store, planned } = await imported(json);
    const { name, bytes } = await resultOf(planned, store);
    expect(name).toBe('people-result.json');
    const source = await json.bytes.text();
    const sentence = 'Email “zofie” is not an email address. Write it like name@example.com.';
    expect(await bytes.text()).toBe(
      source
        .replace('"Tech Group ID": 5 }', '"Tech Group ID": 5, "Result": "Created" }')
        .replace('"Tech Group ID":"5"\n', `"Tech Group ID":"5",\n    "Result":"${sentence}"\n`)
    );
  });

  test('has its passwords masked, or after a restart, and nothing else', async () => {
    const { store, planned, importId } = await imported(json);
    const whole = await (await resultOf(planned, store)).bytes.text();
    const masked = await (await resultOf(planned, store, 'same', true)).bytes.text();
    expect(masked).toBe(whole.replaceAll('Sample12', '••••••••'));
    expect(await (await resultOf(importId, store)).bytes.text()).toBe(masked);
    expect(await store.imports.get(importId)?.source?.text()).not.toContain('Sample12');
  });
});

describe('a result that comes again', () => {
  test.each([
    ['CSV', csv],
    ['JSON', json]
  ])('as %s is known: only its failed rows are tried, and nothing new is planned', async (_, source) => {
    const { store, planned } = await imported(source);
    const first = await resultOf(planned, store);
    const again = await plannedOf(first, store);
    const { total } = planned.plan.counts;
    expect(again.plan.counts).toMatchObject({
      total,
      ready: 0,
      leftOut: total - 1,
      doneBefore: total - 1,
      problems: 1
    });
    again.plan.leaveOut([0], false);
    expect(again.plan.counts).toMatchObject({ doneBefore: total - 2, byProblem: { 'email-in-use': 1 } });

    again.plan.leaveOut([0], true);
    again.plan.edit(1, 'email', 'zofie@example.com');
    await committed(again, store);
    const second = await resultOf(again, store);
    const third = await plannedOf(second, store);
    expect(third.plan.counts).toMatchObject({ total, ready: 0, doneBefore: total, problems: 0 });
    expect((await second.bytes.text()).match(/Result/g)).toHaveLength(source === json ? total : 1);
  });
});
