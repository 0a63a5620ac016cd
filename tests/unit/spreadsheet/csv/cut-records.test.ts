import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvCutter } from '#lib/spreadsheet/csv/cut-records.ts';
import { CsvParser } from '#lib/spreadsheet/csv/parse.ts';
import type { CsvDialect } from '#lib/spreadsheet/csv/dialect.ts';
import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { Refusal } from '#lib/spreadsheet/refusal.ts';
import { rowsOf } from '#lib/spreadsheet/row-block.ts';
import type { SheetRow } from '#lib/spreadsheet/spreadsheet.ts';

const limits = { ...spreadsheetLimits, cellText: 12, columns: 6 };

interface Read {
  readonly rows: SheetRow[];
  readonly strayQuotes: number;
  readonly lastLine: number;
  readonly widest: number;
}

function outcome(read: () => Read): Read | object {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
}

function cut(pieces: readonly string[], dialect: CsvDialect): Read {
  const cutter = new CsvCutter(dialect, 1, limits);
  const rows: SheetRow[] = [];
  pieces.forEach((text, at) => {
    rows.push(...rowsOf(cutter.push(new TextEncoder().encode(text), at === pieces.length - 1)));
  });
  const { strayQuotes, lastLine, widest } = cutter;
  return { rows, strayQuotes, lastLine, widest };
}

function parsed(pieces: readonly string[], dialect: CsvDialect): Read {
  const parser = new CsvParser(dialect, 1, limits);
  const rows: SheetRow[] = [];
  let lastLine = 0;
  let widest = 0;
  pieces.forEach((text, at) =>
    parser.push(text, at === pieces.length - 1, (cells, number) => {
      lastLine = number;
      widest = Math.max(widest, cells.length);
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ number, cells });
    })
  );
  return { rows, strayQuotes: parser.strayQuotes, lastLine, widest };
}

const dialects: CsvDialect[] = [
  { separator: ',', quote: '"' },
  { separator: '\t', quote: "'" },
  { separator: ' ', quote: '"' },
  { separator: '§', quote: '"' },
  { separator: ';', quote: '' }
];
const unit = fc.constantFrom(...Array.from('ab,;\t§"\'\r\n  é山\u00a0\u3000\u0001😀'));
/** Mostly rows as programs write them: quoted cells, line ends of one kind. */
const usual = fc
  .array(fc.array(fc.constantFrom('a', '', '"x,y"', '"a ""b"""', '"é\n山"', '😀', ' "z"', "'q'"), { maxLength: 5 }), {
    maxLength: 8
  })
  .map((rows) => rows.map((cells) => `${cells.join(',')}\r\n`).join(''));
const texts = fc.oneof(fc.string({ unit, maxLength: 50 }), usual);

describe('any text', () => {
  it('is cut as the parser reads it, whatever pieces it comes in', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), fc.constantFrom(...dialects), (pieces, dialect) => {
        expect(outcome(() => cut(pieces, dialect))).toEqual(outcome(() => parsed(pieces, dialect)));
      }),
      { numRuns: 3000 }
    );
  });

  it('is cut or refused as it is in one piece, whatever pieces it comes in', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), fc.constantFrom(...dialects), (pieces, dialect) => {
        expect(outcome(() => cut(pieces, dialect))).toEqual(outcome(() => cut([pieces.join('')], dialect)));
      }),
      { numRuns: 3000 }
    );
  });
});

describe('a quoted cell', () => {
  const [dialect] = dialects as [CsvDialect];
  const long = { code: 'too-large', limit: 'cell-text', allowed: 12 };
  it.each([
    ['"abcdefghijkl"', 'abcdefghijkl'],
    ['"abcdefghijklm"', long],
    ['"ab""cdefghijk"', 'ab"cdefghijk'],
    ['"ab""cdefghijkl"', long],
    ['"éééééééééééé"', 'éééééééééééé'],
    ['"ééééééééééééé"', long],
    ['"abcdefg"hijkl', 'abcdefghijkl'],
    ['"abcdefg"hijklm', long],
    ['"abcdefghijklmnop', { code: 'unclosed-quote', line: 2 }],
    ['"abcdef', { code: 'unclosed-quote', line: 2 }]
  ])('is as long as a cell may be, in one piece and in several: %s', (written, expected) => {
    const text = `x\n${written}\n`;
    const read = { rows: [{ cells: ['x'] }, { cells: [expected] }] };
    for (const pieces of [[text], Array.from(text), [text.slice(0, -3), text.slice(-3)]]) {
      expect(outcome(() => cut(pieces, dialect))).toMatchObject(typeof expected === 'string' ? read : expected);
      expect(outcome(() => parsed(pieces, dialect))).toMatchObject(typeof expected === 'string' ? read : expected);
    }
  });
});
