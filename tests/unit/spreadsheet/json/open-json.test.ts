import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { readRows, tryReadRows } from '../text/read-rows.ts';

describe('a list in JSON', () => {
  it('has the union of its keys as header, in the order in which they are first seen', async () => {
    const { rows, opened, end } = await readRows(
      'staff.json',
      '[{"Name":"Ann","Email":"a@x.org"},{"Email":"b@x.org","Note":"hi"}]'
    );
    expect(rows).toEqual([
      { number: 0, cells: ['Name', 'Email', 'Note'] },
      { number: 1, cells: ['Ann', 'a@x.org'] },
      { number: 2, cells: ['', 'b@x.org', 'hi'] }
    ]);
    expect(opened).toMatchObject({ format: 'json', sheets: [{ name: 'staff', firstRow: ['Name', 'Email', 'Note'] }] });
    expect(end).toMatchObject({ ok: true, lastRow: 2, lastColumn: 3 });
  });

  it('keeps values as they are written', async () => {
    const text = `[{"a":1e5,"b":12345678901234567890,"c":-0.10,"d":true,"e":false,"f":null,
      "g":"007","h":{"a": [1, 2]},"i":[ "x y" ]}]`;
    const { cells } = await readRows('x.json', text);
    expect(cells[1]).toEqual([
      '1e5',
      '12345678901234567890',
      '-0.10',
      'TRUE',
      'FALSE',
      '',
      '007',
      '{"a":[1,2]}',
      '["x y"]'
    ]);
  });

  it('may stand inside one object', async () => {
    const { cells } = await readRows('x.json', '{"total": 1, "tags": ["x"], "users": [{"Name": "Ann"}]}');
    expect(cells).toEqual([['Name'], ['Ann']]);
  });

  it('may have one object a line', async () => {
    const { rows } = await readRows('x.txt', '{"Name":"Ann"}\n\n{"Name":"Bob","Age":3}\n');
    expect(rows).toEqual([
      { number: 0, cells: ['Name', 'Age'] },
      { number: 1, cells: ['Ann'] },
      { number: 2, cells: ['Bob', '3'] }
    ]);
    expect((await readRows('x.jsonl', '{"Name":"Ann"}')).cells).toEqual([['Name'], ['Ann']]);
  });

  it('may have hundreds of keys that few items share', async () => {
    const items = Array.from({ length: 200 }, (_, at) => ({ Name: `P${at}`, [`k${at}`]: at }));
    const { cells } = await readRows('x.json', JSON.stringify(items));
    expect(cells[0]).toHaveLength(201);
    expect(cells[200]).toEqual(['P199', ...Array.from({ length: 199 }, () => ''), '199']);
  });

  it('leaves out items without text, but counts their places', async () => {
    const { rows } = await readRows('x.json', '[{},{"a":" "},{"a":"x"}]');
    expect(rows.map(({ number }) => number)).toEqual([0, 3]);
  });

  it('takes the last of two members with the same key, and says so', async () => {
    const { cells, end } = await readRows('x.json', '[{"a":1,"a":2,"__proto__":"p"}]');
    expect(cells).toEqual([
      ['a', '__proto__'],
      ['2', 'p']
    ]);
    expect(end.notes.duplicateKeys).toBe(1);
  });

  it('is found by its content whatever it is called', async () => {
    for (const name of ['x', 'x.csv', 'x.txt', 'pasted.tsv']) {
      expect((await readRows(name, ' [ {"a":"x"} ]')).opened.format).toBe('json');
    }
    expect((await readRows('x.json', 'Name,Email\nAnn,a@x.org\n')).opened.format).toBe('csv');
  });

  it('of a hundred thousand people is read in order', async () => {
    const people = Array.from({ length: 100_000 }, (_, at) => ({ Name: `P ${at}`, Email: `p${at}@x.org` }));
    const { rows } = await readRows('x.json', JSON.stringify(people));
    expect(rows).toHaveLength(100_001);
    expect(rows[100_000]).toEqual({ number: 100_000, cells: ['P 99999', 'p99999@x.org'] });
  });
});

describe('JSON that is no list is refused', () => {
  it.each([
    ['"text"', { code: 'json-shape', found: 'scalar' }],
    ['{"a":1}', { code: 'json-shape', found: 'no-array' }],
    ['{"a":[{}],"b":[{}]}', { code: 'json-shape', found: 'several-arrays' }],
    ['[1,{"a":2}]', { code: 'json-shape', found: 'not-objects' }],
    ['{"a":["x"]}', { code: 'json-shape', found: 'not-objects' }],
    ['[]', { code: 'no-data' }],
    ['{"users":[]}', { code: 'no-data' }],
    [`[{"a":${'['.repeat(600)}`, { code: 'too-large', limit: 'nesting', allowed: 512 }]
  ])('%s', async (text, failure) => {
    expect(await tryReadRows('x.json', text)).toEqual(failure);
  });

  it.each([
    ['[{"a":1},\n {"a":tru}]', 2, 7],
    ['[{"a":"x\n"}]', 1, 9],
    ['[{"a":1}\r\n,{"b" 2}]', 2, 7],
    ['{"a":1}\n{"b":2', 2, 7],
    ['[{"a":"\\x"}]', 1, 8],
    ['[{"a":01}]', 1, 8]
  ])('at the line and column of its error: %j', async (text, line, column) => {
    expect(await tryReadRows('x.json', text)).toEqual({ code: 'json-syntax', line, column });
  });
});

describe('a text longer than any cell', () => {
  const allowed = 1024 * 1024;
  const long = 'é'.repeat(allowed);
  const escaped = '\\u00e9'.repeat(allowed);

  it.each([
    ['a string', `[{"a":"${long}"}]`, `[{"a":"${long}x"}]`],
    ['a string of escapes', `[{"a":"${escaped}"}]`, `[{"a":"${escaped}x"}]`],
    ['plain', `[{"a":"${'x'.repeat(allowed)}"}]`, `[{"a":"${'x'.repeat(allowed + 1)}"}]`],
    ['a list of such', `[{"a":["${long.slice(4)}"]}]`, `[{"a":["${long}"]}]`]
  ])('is refused: %s', async (_, whole, tooLong) => {
    expect((await readRows('x.json', whole)).cells[1]?.[0]).toHaveLength(allowed);
    expect(await tryReadRows('x.json', tooLong)).toEqual({ code: 'too-large', limit: 'cell-text', allowed });
  });

  it('is not read to its end, in a list or beside it', async () => {
    for (const begin of ['[{"a":"', '{"logo":"', '"', '[["']) {
      const file = `${begin}${'x'.repeat(8 * allowed)}`;
      expect(await tryReadRows('x.json', file)).toEqual({ code: 'too-large', limit: 'cell-text', allowed });
    }
  });
});

describe('any JSON', () => {
  const item = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1, maxKeys: 5 });

  it('list gives the values that JSON.parse gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 8 }), fc.constantFrom(0, 2), async (items, indent) => {
        const read = await tryReadRows('x.json', JSON.stringify(items, null, indent));
        if (isFileFailure(read)) {
          expect(read).toEqual({ code: 'no-data' });
          return;
        }
        const [header = [], ...rows] = read.cells;
        const numbers = read.rows.slice(1).map(({ number }) => number);
        rows.forEach((cells, at) => {
          const person = items[(numbers[at] ?? 0) - 1] ?? {};
          header.forEach((key, column) => expect(cells[column] ?? '').toBe(cellOf(ownValue(person, key))));
        });
      })
    );
  });

  it('cut at any byte ends in rows or a failure', async () => {
    const bytes = new TextEncoder().encode(
      '{"users": [{"Name":"Zoë \\u00e9","n":-1.5e3},\n{"Name":null,"x":[true,{"y":"山"}]}]}'
    );
    for (let end = 0; end <= bytes.length; end++) {
      const read = await tryReadRows('x.json', bytes.slice(0, end));
      expect(isFileFailure(read) || read.rows.length > 0).toBe(true);
    }
  });
});

function ownValue(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value).toUpperCase() : JSON.stringify(value);
}
