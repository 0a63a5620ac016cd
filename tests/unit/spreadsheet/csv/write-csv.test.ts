import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '#lib/spreadsheet/csv/write-csv.ts';
import type { TextEncodingName, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { alphabets, peopleBy } from '../text/encodings.ts';
import { readRows } from '../text/read-rows.ts';

const encodings = Object.keys(alphabets) as TextEncodingName[];

const anyEncoding = fc.constantFrom(...encodings).chain((encoding) =>
  // A few characters of UTF-16 without a mark are nothing to tell a text by.
  fc.record({
    encoding: fc.constant(encoding),
    byteOrderMark: encoding.startsWith('utf-16') ? fc.constant(true) : fc.boolean()
  })
);
const anyDialect = fc.record({
  separator: fc.constantFrom(',', ';', '\t', '|'),
  quote: fc.constantFrom('"', "'"),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
  separatorLine: fc.boolean()
});
const formats: fc.Arbitrary<Required<TextFormat>> = fc
  .tuple(anyEncoding, anyDialect)
  .map(([encoding, dialect]) => ({ ...encoding, ...dialect }));

const tables = (alphabet: string): fc.Arbitrary<string[][]> => {
  const cell = fc.string({
    unit: fc.constantFrom(...Array.from(alphabet), ',', ';', '\t', '|', '"', "'", '\n', '\r'),
    maxLength: 9
  });
  // A row without text is no row.
  const row = fc.array(cell, { minLength: 1, maxLength: 5 }).filter((cells) => cells.join('').trim() !== '');
  return fc.array(row, { minLength: 1, maxLength: 12 });
};

const formatsAndTables = formats.chain((format) => fc.tuple(fc.constant(format), tables(alphabets[format.encoding])));

describe('what is written', () => {
  it('is read back cell by cell, over separators, quotes, line ends and encodings', async () => {
    await fc.assert(
      fc.asyncProperty(formatsAndTables, async ([format, rows]) => {
        const written = writeCsv(rows, format);
        expect(written.format).toEqual(format);
        const read = await readRows('list.csv', written.file, { text: format });
        expect(read.cells).toEqual(rows);
      }),
      { numRuns: 300 }
    );
  });

  it('is understood without being told how it was written', async () => {
    for (const encoding of encodings) {
      for (const separator of [',', ';', '\t', '|']) {
        for (const lineEnd of ['\n', '\r\n', '\r'] as const) {
          const format: TextFormat = { encoding, byteOrderMark: false, separator, quote: '"', lineEnd };
          const people = peopleBy[encoding].map((name, at) => [
            name,
            `p${at}@example.org`,
            '1,5',
            `two${lineEnd}lines`
          ]);
          const rows = [['Name', 'Email', 'Share', 'Note'], ...people];
          const read = await readRows('list', writeCsv(rows, format).file);
          expect(read.opened.text).toEqual(format);
          expect(read.cells).toEqual(rows);
        }
      }
    }
  });

  it('is UTF-8, and says so, where the encoding lacks a character', async () => {
    const format: TextFormat = { encoding: 'windows-1252', byteOrderMark: false, separator: ';', lineEnd: '\n' };
    const written = writeCsv([['Łukasz']], format);
    expect(written.format).toEqual({ ...format, encoding: 'utf-8', byteOrderMark: true });
    expect((await readRows('list.csv', written.file)).cells).toEqual([['Łukasz']]);
  });

  it('has no quotes where nothing quotes, unless a cell would be torn', async () => {
    const format: TextFormat = { encoding: 'utf-8', byteOrderMark: false, separator: ';', quote: '', lineEnd: '\n' };
    const rows = [
      ['Name', '"Ann'],
      ['5\' 6"', '"x"']
    ];
    const written = writeCsv(rows, format);
    expect(written.format).toEqual(format);
    expect(await written.file.text()).toBe('Name;"Ann\n5\' 6";"x"\n');
    expect((await readRows('list.csv', written.file, { text: format })).cells).toEqual(rows);

    const torn = writeCsv([...rows, ['a;b', '"']], format);
    expect(torn.format).toEqual({ ...format, quote: '"' });
    expect((await readRows('list.csv', torn.file)).cells).toEqual([...rows, ['a;b', '"']]);
  });

  it('keeps cells that begin with = + - @ as they are', async () => {
    const format: TextFormat = { encoding: 'utf-8', byteOrderMark: false, separator: ',', lineEnd: '\n' };
    const text = await writeCsv([['=1+1', '+49 30', '-', '@x']], format).file.text();
    expect(text).toBe('=1+1,+49 30,-,@x\n');
  });

  it('tells a first row that looks like a separator line from one', async () => {
    const format: TextFormat = { encoding: 'utf-8', byteOrderMark: false, separator: ';', lineEnd: '\n' };
    const rows = [
      ['sep=', ''],
      ['a', 'b']
    ];
    expect((await readRows('list.csv', writeCsv(rows, format).file, { text: format })).cells).toEqual(rows);
  });
});
