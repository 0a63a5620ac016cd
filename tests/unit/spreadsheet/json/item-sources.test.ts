import { expect, test } from 'vitest';
import { itemSources } from '#lib/spreadsheet/json/item-sources.ts';

const format = { encoding: 'utf-8', byteOrderMark: false, lineEnd: '\n' } as const;

test('an item gets the keys it is to have, also where a key of its own reads like two of them', async () => {
  const bytes = new Blob(['[{"Name,Email": 1}, {"Name": 7e0,  "Email": 2}]']);
  const change = { edits: new Map<string, string>(), keys: ['Name', 'Email'] };
  expect(await itemSources({ name: 'x.json', bytes }, format, () => change)).toEqual([
    '{ "Name": "", "Email": "" }',
    '{"Name": 7e0,  "Email": 2}'
  ]);
});
