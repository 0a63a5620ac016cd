import { describe, expect, test } from 'vitest';
import { HeaderSearch } from '#lib/import/1-read/header-search.ts';
import type { SheetRow } from '#lib/spreadsheet/spreadsheet.ts';

const rowsOf = (texts: readonly string[]): SheetRow[] => texts.map((text, at) => ({ number: at + 1, cells: [text] }));

/** The numbers of the rows that pass, in batches of so many. */
function passed(texts: readonly string[], atOnce: number): { rows: number[]; passedOver: number } {
  const search = new HeaderSearch((cells) => cells[0] === 'Header');
  const rows: number[] = [];
  const all = rowsOf(texts);
  for (let from = 0; from < all.length; from += atOnce) {
    for (const { number } of search.pass(all.slice(from, from + atOnce))) rows.push(number);
  }
  for (const { number } of search.end()) rows.push(number);
  return { rows, passedOver: search.passedOver.length };
}

describe.each([1, 2, 100])('read %i rows at once', (atOnce) => {
  const titles = (count: number): string[] => Array.from({ length: count }, (_, at) => `Title ${at}`);

  test('a header below titles is found, and rows follow it', () => {
    expect(passed(['Agents for spring', 'As of May', 'Header', 'Ana', 'Header'], atOnce)).toEqual({
      rows: [3, 4, 5],
      passedOver: 2
    });
  });

  test('up to the 20th row, and no further', () => {
    expect(passed([...titles(19), 'Header', 'Ana'], atOnce)).toEqual({ rows: [20, 21], passedOver: 19 });
    expect(passed([...titles(20), 'Header', 'Ana'], atOnce)).toMatchObject({ rows: { length: 22 }, passedOver: 0 });
  });

  test('nobody above a header that was sorted in among people is passed over', () => {
    expect(passed(['Ana', 'ana@example.com', 'Header', 'Ben'], atOnce)).toEqual({ rows: [1, 2, 3, 4], passedOver: 0 });
  });

  test('without a header every row is there', () => {
    expect(passed(['Ana', 'Ben', 'Cem'], atOnce)).toEqual({ rows: [1, 2, 3], passedOver: 0 });
  });
});
