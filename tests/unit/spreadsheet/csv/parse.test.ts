import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CsvParser } from '#lib/spreadsheet/csv/parse.ts';
import { Refusal } from '#lib/spreadsheet/refusal.ts';

type Records = [line: number, ...cells: string[]][];

function parse(text: string, separator = ',', quote = '"', pieceLength = Math.max(1, text.length)): Records {
  const parser = new CsvParser({ separator, quote });
  const records: Records = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    const last = at + pieceLength >= text.length;
    parser.push(text.slice(at, at + pieceLength), last, (cells, line) => records.push([line, ...cells]));
  }
  return records;
}

function refusal(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof Refusal ? error.failure : error;
  }
}

describe('records', () => {
  it('keep the line where they start, also with line breaks in quotes and mixed line ends', () => {
    const text = 'a,b\r\n"one\r\ntwo\nthree",x\n\n"q\rr",y\rlast,z';
    expect(parse(text)).toEqual([
      [1, 'a', 'b'],
      [2, 'one\r\ntwo\nthree', 'x'],
      [5, ''],
      [6, 'q\rr', 'y'],
      [8, 'last', 'z']
    ]);
  });

  it('keep every cell as typed: zeros, long digits, spaces, dates', () => {
    expect(parse(' 007 ,1e5,123456789012345678901,1/2\n')).toEqual([
      [1, ' 007 ', '1e5', '123456789012345678901', '1/2']
    ]);
  });

  it('end with an empty cell after a last separator', () => {
    expect(parse('a,\nb,')).toEqual([
      [1, 'a', ''],
      [2, 'b', '']
    ]);
  });

  it('read quotes as programs write them', () => {
    expect(parse('"a ""b"" c",""\n')).toEqual([[1, 'a "b" c', '']]);
    expect(parse('x, "6,000" ,y')).toEqual([[1, 'x', '6,000', 'y']]);
    expect(parse('5" pipe,it"s')).toEqual([[1, '5" pipe', 'it"s']]);
    expect(parse('"Ann" Smith,b')).toEqual([[1, 'Ann Smith', 'b']]);
    expect(parse("'a;b';c", ';', "'")).toEqual([[1, 'a;b', 'c']]);
  });

  it('are refused with the line where a quote that never closes began', () => {
    expect(refusal('a,b\n1,2\n3,"open\n4,5\n')).toEqual({ code: 'unclosed-quote', line: 3 });
    expect(refusal('a\n"x\ny","open')).toEqual({ code: 'unclosed-quote', line: 3 });
  });

  it('are refused with more columns than a sheet has', () => {
    expect(refusal(','.repeat(16_384))).toEqual({ code: 'too-large', limit: 'columns', allowed: 16_384 });
  });
});

const cell = fc.string({ unit: fc.constantFrom(...Array.from('ab1 ",;\n\r\té')), maxLength: 8 });

describe('any text', () => {
  it('is cut the same way whatever pieces it comes in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('ab",\n\r ')), maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (text, length) => {
          fc.pre(!('code' in Object(refusal(text))));
          expect(parse(text, ',', '"', length)).toEqual(parse(text));
        }
      )
    );
  });

  it('that PapaParse wrote is read as PapaParse reads it', () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, newline) => {
        const text = Papa.unparse(rows, { delimiter, newline });
        const read = parse(text, delimiter).map(([, ...cells]) => cells);
        expect(read).toEqual(Papa.parse(text, { delimiter, newline }).data);
        expect(read).toEqual(rows);
      })
    );
  });
});
