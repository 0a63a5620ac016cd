import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItemCutter } from '#lib/spreadsheet/json/cut-items.ts';
import { ItemTable } from '#lib/spreadsheet/json/item-table.ts';
import { readItems } from '#lib/spreadsheet/json/read-items.ts';
import { Refusal } from '#lib/spreadsheet/refusal.ts';
import { rowsOf } from '#lib/spreadsheet/row-block.ts';
import type { SheetRow } from '#lib/spreadsheet/spreadsheet.ts';

/** What the fast way makes of the pieces of a text; undefined where it leaves the text to the other. */
function cut(pieces: readonly string[]): object | undefined {
  const cutter = new ItemCutter();
  const rows: SheetRow[] = [];
  for (const [at, text] of pieces.entries()) {
    const block = cutter.push(new TextEncoder().encode(text), at === pieces.length - 1);
    if (!block) break;
    rows.push(...rowsOf(block));
  }
  if (!cutter.whole) return undefined;
  const { columns, duplicateKeys, items } = cutter;
  return { header: columns.header, rows, duplicateKeys, items };
}

async function read(text: string): Promise<object> {
  try {
    const { columns, rows, duplicateKeys, items } = await readItems(text, false, () => new ItemTable());
    return { header: columns.header, rows, duplicateKeys, items };
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
}

function pieces(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((one, other) => one - other);
  return [0, ...places].map((from, at) => text.slice(from, places[at]));
}

const space = fc.constantFrom('', '', '', ' ', '\n  ', '\r\n\t');
const key = fc.constantFrom('"a"', '"b"', '"é"', '"\\u0061"', '"x y"', '"__proto__"', '"7"');
const value = fc.oneof(
  fc.constantFrom(
    '"x"',
    '""',
    '"山 é"',
    '" "',
    '"\u00a0"',
    '"\\n"',
    '"a\\"b"',
    '"\\u00e9"',
    '"\\u5c71\\/\\t"',
    '"\\ud83d\\ude00"',
    '"\\ud83d"',
    '"\\n é"',
    '"},{"',
    '"{\\\\"',
    '"😀"'
  ),
  fc.constantFrom('1', '-0.10', '1e5', '12345678901234567890', '0', '1E-2', 'true', 'false', 'null'),
  fc.constantFrom('{"n": [1, {"m":"}"}]}', '[]', '{}')
);
const wrong = fc.constantFrom('"\\u00"', '"\\ud83d\\u"', '01', '"\\x"', 'tru', '"\t"', '', '1.', '-', "'a'", '"open');
const joined = (parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map((all) => all.join(''));
const member = (values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  joined([space, key, space, fc.constant(':'), space, values, space]);
const item = (values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(member(values), { maxLength: 4 }).map((members) => `{${members.join(',')}}`);
const list = (values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .tuple(space, fc.array(joined([space, item(values), space]), { maxLength: 6 }), space)
      .map(([before, items, after]) => `${before}[${items.join(',')}]${after}`),
    fc.array(item(values), { minLength: 2, maxLength: 5 }).map((items) => items.join('\n'))
  );
const cuts = fc.array(fc.nat(200), { maxLength: 4 });

/** Cutting between the halves of a character is no piece that a decoder gives. */
const torn = (all: readonly string[]): boolean => all.some((piece) => !piece.isWellFormed());

describe('a list in JSON', () => {
  it('is cut as the scanner reads it, whatever pieces it comes in', async () => {
    await fc.assert(
      fc.asyncProperty(list(value), cuts, async (text, places) => {
        const parts = pieces(text, places);
        fc.pre(!torn(parts));
        const found = cut(parts);
        // One object a line begins with a flat one, or it may as well be an object with the list inside.
        if (text.trimStart().startsWith('{') && found === undefined) return;
        const wanted = await read(text);
        expect(found).toEqual(text.includes('{') ? wanted : { header: [], rows: [], duplicateKeys: 0, items: 0 });
      }),
      { numRuns: 3000 }
    );
  });

  it('that is none is left to the scanner', async () => {
    await fc.assert(
      fc.asyncProperty(list(fc.oneof(value, value, wrong)), cuts, fc.nat(400), async (text, places, end) => {
        const parts = pieces(text.slice(0, end), places);
        fc.pre(!torn(parts));
        const found = cut(parts);
        if (found !== undefined) expect(found).toEqual(await read(text.slice(0, end)));
      }),
      { numRuns: 3000 }
    );
  });
});
