import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotateJson, type JsonAnnotation } from '#lib/spreadsheet/json/annotate-json.ts';

const FORMAT = { encoding: 'utf-8', byteOrderMark: false, lineEnd: '\n' } as const;

function annotated(text: string, more: Partial<JsonAnnotation> = {}, name = 'people.json'): Promise<string> {
  const annotation = { key: 'Result', textFor: (item: number) => `r${item}`, maskKeys: [], mask: '•', ...more };
  return annotateJson({ name, bytes: new Blob([text]) }, FORMAT, annotation).then((file) => file.text());
}

describe('a member more in each item', () => {
  test.each([
    ['[{"a":1}]', '[{"a":1,"Result":"r1"}]'],
    ['[ {"a" : 1e400 , "b":[ 1,{} ] } ]', '[ {"a" : 1e400 , "b":[ 1,{} ], "Result":"r1" } ]'],
    ['{"n":0,"list":[{"a":"x"},{"a":null}]}', '{"n":0,"list":[{"a":"x","Result":"r1"},{"a":null,"Result":"r2"}]}'],
    ['{"a":1}\n{"a":2}\n', '{"a":1,"Result":"r1"}\n{"a":2,"Result":"r2"}\n'],
    ['[\n  {\n    "a": "1"\n  }\n]\n', '[\n  {\n    "a": "1",\n    "Result": "r1"\n  }\n]\n'],
    ['[{"Result":"old","a":1},{}]', '[{"Result":"r1","a":1},{}]']
  ])('%s', async (text, expected) => {
    expect(await annotated(text)).toBe(expected);
  });

  test('leaves items without one as they are', async () => {
    const textFor = (item: number): string | undefined => (item === 2 ? 'x' : undefined);
    expect(await annotated('[{"a":1},{"a":2}]', { textFor })).toBe('[{"a":1},{"a":2,"Result":"x"}]');
  });
});

test('masked values are replaced wherever they stand, empty ones are not', async () => {
  const text = '[{"p":"secret","p":12345678,"q":"secret"},{"p":""},{"p":null}]';
  expect(await annotated(text, { maskKeys: ['p'], textFor: () => undefined })).toBe(
    '[{"p":"•","p":"•","q":"secret"},{"p":""},{"p":null}]'
  );
});

test('whatever the items are, all else is kept', async () => {
  const items = fc.array(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1, maxKeys: 5 }), {
    minLength: 1,
    maxLength: 5
  });
  await fc.assert(
    fc.asyncProperty(items, fc.constantFrom(undefined, 2, '\t'), async (list, indent) => {
      const expected = list.map((item, at) => JSON.stringify({ ...item, Result: `r${at + 1}` }));
      const result: unknown = JSON.parse(await annotated(JSON.stringify(list, null, indent)));
      expect((result as object[]).map((item) => JSON.stringify(item))).toEqual(expected);
    }),
    { numRuns: 200 }
  );
});
