import { expect, test } from 'vitest';
import type { SourceFile } from '#lib/import/road.ts';
import { encodeText } from '#lib/spreadsheet/text/encode.ts';
import { workbookOf } from './agents-workbook.ts';
import { committed } from './committed.ts';
import { FakeOrgStore } from './fake-org-store.ts';
import { plannedOf, resultOf } from './technicians-file.ts';

const ROWS = [
  ['Name', 'Email', 'Password'],
  ['アナ', 'ana@example.com', 'Sample12'],
  ['ベン', 'ben', 'Sample34']
];
const text = ROWS.map((row) => `${row.join(',')}\r\n`).join('');

test.each([
  ['a workbook', () => workbookOf(ROWS)],
  ['a text that has no dots', () => ({ name: 'agents.csv', bytes: new Blob([encodeText(text, 'shift_jis') ?? '']) })]
])(
  'the masked result of %s asks for its passwords when it comes again',
  async (_, source: () => SourceFile | Promise<SourceFile>) => {
    const store = new FakeOrgStore();
    const request = { kind: 'agents-workbook', groupId: 5 } as const;
    const planned = await plannedOf(await source(), store, request);
    await committed(planned, store);

    const result = await resultOf(planned, store, 'same', true);
    const { plan } = await plannedOf(result, store, request);
    expect(plan.counts).toMatchObject({ leftOut: 1, byProblem: { 'invalid-email': 1, 'password-masked': 1 } });

    plan.edit(1, 'email', 'ben@example.com');
    expect(plan.counts.byProblem).toEqual({ 'password-masked': 1 });
    plan.edit(1, 'password', 'Sample34');
    expect(plan.counts).toMatchObject({ ready: 1, byProblem: {} });
  }
);
