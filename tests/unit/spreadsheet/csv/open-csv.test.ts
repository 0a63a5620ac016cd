import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { readRows, tryReadRows } from '../text/read-rows.ts';

describe('a CSV file', () => {
  it('gives its rows with text, each with the line where it starts', async () => {
    const { rows, end, opened } = await readRows('People.csv', 'Name,Note\n\n,,\nAnn,"two\nlines"\n  \nBob,x\n');
    expect(rows).toEqual([
      { number: 1, cells: ['Name', 'Note'] },
      { number: 4, cells: ['Ann', 'two\nlines'] },
      { number: 7, cells: ['Bob', 'x'] }
    ]);
    expect(opened.sheets).toEqual([{ name: 'People', hidden: false, hasData: true, firstRow: ['Name', 'Note'] }]);
    expect(end).toMatchObject({ ok: true, lastRow: 7, lastColumn: 3 });
  });

  it('honours sep= in its first line, which is no row', async () => {
    const { rows, opened } = await readRows('x.csv', 'sep=|\r\na,b|c\r\n1|2\r\n');
    expect(rows[0]).toEqual({ number: 2, cells: ['a,b', 'c'] });
    expect(opened.text).toMatchObject({ separator: '|', separatorLine: true });
  });

  it('is read as the person says, where that differs from what was found', async () => {
    const bytes = Uint8Array.from([0x61, 0x2c, 0xb3, 0x3b, 0x62, 0x0a]);
    const { cells, opened } = await readRows('x.csv', bytes, { text: { encoding: 'windows-1250', separator: ';' } });
    expect(cells).toEqual([['a,ł', 'b']]);
    expect(opened.text).toMatchObject({ encoding: 'windows-1250', separator: ';' });
  });

  it('loses NULs and byte order marks in its middle, and says how many', async () => {
    const { cells, end } = await readRows('x.csv', 'a,b\n\0c,d\n\ufeff"e",f\n');
    expect(cells).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f']
    ]);
    expect(end.notes).toMatchObject({ removedCharacters: 2, raggedRows: 0, strayQuotes: 0 });
  });

  it('may be ragged, which is counted', async () => {
    const { cells, end } = await readRows('x.csv', 'a,b,c\n1\n1,2,3,4\n"x"y,2,3\n');
    expect(cells).toEqual([['a', 'b', 'c'], ['1'], ['1', '2', '3', '4'], ['xy', '2', '3']]);
    expect(end.notes).toMatchObject({ raggedRows: 2, strayQuotes: 1 });
  });

  it('pasted from a spreadsheet is cut at tabs, its cells with line breaks in quotes', async () => {
    const { cells } = await readRows('pasted.tsv', 'Name\tNote\nAnn, A\t"a\nb ""c"""\n');
    expect(cells).toEqual([
      ['Name', 'Note'],
      ['Ann, A', 'a\nb "c"']
    ]);
  });

  it('is refused with a sentence: no data, an unclosed quote', async () => {
    expect(await tryReadRows('x.csv', '\n\n  \n')).toEqual({ code: 'no-data' });
    expect(await tryReadRows('x.csv', 'a,b\n1,"2\n3,4\n')).toEqual({ code: 'unclosed-quote', line: 2 });
  });

  it.each(['', '"'])('is refused where a cell is too long, and for nothing else: quoted by %j', async (quote) => {
    const allowed = spreadsheetLimits.cellText;
    const fileOf = (length: number): string => `a,b\n1,2\n${quote}${'x'.repeat(length)}${quote},2\n`;
    expect((await readRows('x.csv', fileOf(allowed))).cells[2]?.[0]).toHaveLength(allowed);
    for (const length of [allowed + 1, 2_000_000, 5_000_000]) {
      const refused = { code: 'too-large', limit: 'cell-text', allowed };
      expect(await tryReadRows('x.csv', fileOf(length))).toEqual(refused);
    }
  });

  it('is refused for its columns where its first line has a million of them', async () => {
    const refused = { code: 'too-large', limit: 'columns', allowed: spreadsheetLimits.columns };
    expect(await tryReadRows('x.csv', `${'a,'.repeat(1_000_000)}\n`)).toEqual(refused);
  });

  it('is refused for a quote that nothing closes, however much comes after it', async () => {
    for (const more of [10, 300_000, 2_200_000]) {
      const open = `a,b\n1,"2\n${'3,4\n'.repeat(more)}`;
      expect(await tryReadRows('x.csv', open)).toEqual({ code: 'unclosed-quote', line: 2 });
    }
  });

  it('larger than a piece is read whole, in batches, with its progress', async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `Zoë ${at},"z${at}@example.org, home"`);
    const { rows, cells } = await readRows('x.csv', lines.join('\r\n'));
    expect(rows).toHaveLength(30_000);
    expect(rows.every((row, at) => row.number === at + 1)).toBe(true);
    expect(cells[29_999]).toEqual(['Zoë 29999', 'z29999@example.org, home']);
  });

  it('stops with the reason of its signal', async () => {
    const aborted = AbortSignal.abort('changed my mind');
    await expect(tryReadRows('x.csv', 'a,b\n', { signal: aborted })).rejects.toBe('changed my mind');
  });
});

describe('any CSV file cut at any byte', () => {
  it('ends in rows or a failure', async () => {
    const text = new TextEncoder().encode('\ufeffName;Note\r\n"Zoë ""Z"" Brontë";"two\r\nlines"\r\n山田;x\r\n');
    for (let end = 0; end <= text.length; end++) {
      const read = await tryReadRows('x.csv', text.slice(0, end));
      expect(isFileFailure(read) || read.rows.length > 0).toBe(true);
    }
  });

  it('and so does any random one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const read = await tryReadRows('x.csv', Uint8Array.from(bytes));
        expect(isFileFailure(read) || read.rows.length > 0).toBe(true);
      })
    );
  });
});
