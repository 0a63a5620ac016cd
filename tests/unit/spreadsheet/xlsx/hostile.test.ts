import { describe, expect, test } from 'vitest';
import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { MAIN, textRow, workbook, XML, type WorkbookFixture } from '../../../fixtures/workbook-builder.ts';
import { failureOf, opened } from '../../../fixtures/whole-file.ts';
import { buildZip } from '../../../fixtures/zip-builder.ts';

const MiB = 1024 * 1024;
const rows = textRow(1, 'Ann');

async function failure(fixture: Partial<WorkbookFixture>, limits: Partial<SpreadsheetLimits> = {}): Promise<unknown> {
  const file = workbook({ sheets: [{ rows }], ...fixture });
  return failureOf(await openXlsx(file, undefined, { ...spreadsheetLimits, ...limits }));
}

const sheet = (content: string, prolog = ''): string =>
  `${XML}${prolog}<worksheet xmlns="${MAIN}"><sheetData>${content}</sheetData></worksheet>`;
const farCells = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}" t="str"><v>x</v></c></row>`).join(
    ''
  );
const laughs =
  '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';

describe('document types are refused wherever they stand', () => {
  const parts = {
    'a sheet': { sheets: [{ part: sheet('<row><c t="str"><v>&b;&c;</v></c></row>', laughs) }] },
    'shared strings': {
      sheets: [{ rows: '<row><c t="s"><v>0</v></c></row>' }],
      sharedStringsPart: `${XML}${laughs}<sst><si><t>&b;</t></si></sst>`
    },
    styles: { stylesPart: `${laughs}<styleSheet/>` },
    'the content types': { parts: { '[Content_Types].xml': `${laughs}<Types/>` } },
    relations: { parts: { '_rels/.rels': `<!doctype x>${laughs}<Relationships/>` } },
    'the workbook': { parts: { 'xl/workbook.xml': `${laughs}<workbook/>` } }
  };
  test.each(Object.entries(parts))('%s', async (_, fixture) => {
    expect(await failure(fixture)).toMatchObject({ code: 'damaged', detail: 'entities' });
  });
});

describe('broken XML is damaged', () => {
  test.each([
    ['cut off in a tag', sheet(rows).slice(0, -30)],
    ['cut off between tags', sheet(rows).replace(/<\/worksheet>$/, '')],
    ['text behind the end', `${sheet(rows)}more`],
    ['an end of something else', sheet('<row><c t="str"><v>1</c></v></row>')],
    ['an end with attributes', sheet('<row><c><v>1</v></c r="A1"></row>')],
    ['a row in a row', sheet('<row><row></row></row>')],
    ['a cell in a cell', sheet('<row><c><c/></c></row>')],
    ['a cell outside a row', sheet('<c/>')],
    ['an end without a start', sheet('</c></c></c></c>')],
    ['no XML at all', 'Name,Email\nAnn,ann@example.org\n'],
    ['an attribute without a value', sheet('<row r><c/></row>')],
    ['an attribute without quotes', sheet('<row r=1><c/></row>')],
    ['a strange declaration', sheet('<!ATTLIST x>')],
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from(sheet('').slice(0, 60)), Buffer.from([0xff, 0xc0, 0x80])])]
  ])('%s', async (_, part) => {
    expect(await failure({ sheets: [{ part }] })).toMatchObject({ code: 'damaged', detail: 'xml' });
  });

  test('a shared string in a shared string', async () => {
    const sharedStrings = ['<si><t>a</t><si/></si>', 'b'];
    expect(await failure({ sheets: [{ rows: '<row><c t="s"><v>1</v></c></row>' }], sharedStrings })).toMatchObject({
      code: 'damaged',
      detail: 'xml'
    });
  });

  test('an empty part', async () => {
    expect(await failure({ sheets: [{ part: '' }] })).toMatchObject({ code: 'damaged', detail: 'xml' });
  });

  test('an encoding nobody knows', async () => {
    const part = '<?xml version="1.0" encoding="KLINGON-8"?><worksheet/>';
    expect(await failure({ sheets: [{ part }] })).toEqual({ code: 'unsupported-encoding', encoding: 'KLINGON-8' });
  });
});

describe('what grows without end meets a limit', () => {
  test.each<[string, Partial<WorkbookFixture>, Partial<SpreadsheetLimits>, string]>([
    ['elements in elements', { sheets: [{ part: '<a>'.repeat(1_000_000) }] }, {}, 'nesting'],
    ['one text', { sheets: [{ rows: `<row><c t="str"><v>${'x'.repeat(3 * MiB)}</v></c></row>` }] }, {}, 'cell-text'],
    ['one tag', { sheets: [{ part: `<worksheet a="${'x'.repeat(3 * MiB)}"/>` }] }, {}, 'cell-text'],
    ['one comment', { sheets: [{ part: `<!--${'x'.repeat(3 * MiB)}--><worksheet/>` }] }, {}, 'cell-text'],
    [
      'a text in pieces',
      { sheets: [{ rows: `<row><c t="str"><v>${'x<!---->'.repeat(2 * MiB)}</v></c></row>` }] },
      {},
      'cell-text'
    ],
    [
      'a string of many runs',
      { sheets: [{ rows: `<row><c><is>${`<r><t>${'x'.repeat(1000)}</t></r>`.repeat(2000)}</is></c></row>` }] },
      {},
      'cell-text'
    ],
    [
      'shared strings',
      { sheets: [{ rows: '<row><c t="s"><v>99</v></c></row>' }], sharedStrings: Array<string>(100).fill('a') },
      { sharedStrings: 50 },
      'shared-strings'
    ],
    [
      'their text',
      { sheets: [{ rows: '<row><c t="s"><v>99</v></c></row>' }], sharedStrings: Array<string>(100).fill('a') },
      { sharedStringText: 50 },
      'shared-strings'
    ],
    ['cells in the last column of row after row', { sheets: [{ rows: farCells(20_000) }] }, {}, 'cells'],
    [
      'one long shared string in row after row',
      { sheets: [{ rows: '<row><c t="s"><v>0</v></c></row>'.repeat(2000) }], sharedStrings: ['x'.repeat(MiB / 2)] },
      {},
      'text'
    ],
    ['a part', { sheets: [{ rows: textRow(1, 'x'.repeat(5000)) }] }, { partBytes: 4000 }, 'unpacked-bytes'],
    [
      'a small part',
      { stylesPart: `<styleSheet>${'<x/>'.repeat(1000)}</styleSheet>` },
      { smallPartBytes: 3000 },
      'unpacked-bytes'
    ]
  ])('%s', async (_, fixture, limits, limit) => {
    expect(await failure(fixture, limits)).toMatchObject({ code: 'too-large', limit });
  });

  test('a bomb of zeros in place of a sheet', async () => {
    expect(await failure({ sheets: [{ part: new Uint8Array(100 * MiB) }] })).toMatchObject({
      code: 'too-large',
      limit: 'unpacked-bytes'
    });
  });
});

describe('missing and wrong parts', () => {
  test.each<[string, Blob, object]>([
    [
      'a zip of something else',
      buildZip([{ name: 'photo.jpg', data: 'x' }]),
      { code: 'unknown-format', looksLike: 'zip' }
    ],
    ['an empty zip', buildZip([]), { code: 'unknown-format', looksLike: 'zip' }],
    ['no sheets', workbook({ sheets: [] }), { code: 'no-sheets' }],
    [
      'no workbook part',
      workbook({ sheets: [{}], parts: { 'xl/workbook.xml': null } }),
      { code: 'damaged', detail: 'missing-part' }
    ]
  ])('%s', async (_, file, expected) => {
    expect(await openXlsx(file)).toMatchObject(expected);
  });

  test('a sheet whose part is missing is listed, and reading it says so', async () => {
    const file = workbook({ sheets: [{ rows }, {}], parts: { 'xl/worksheets/sheet2.xml': null } });
    const outcome = await openXlsx(file);
    expect(opened(outcome).sheets.map(({ hasData }) => hasData)).toEqual([true, true]);
    expect(await failureOf(outcome)).toEqual({
      code: 'damaged',
      detail: 'missing-part',
      part: 'xl/worksheets/sheet2.xml'
    });
  });

  test('damaged shared strings are told at every reading', async () => {
    const file = workbook({
      sheets: [{ rows: '<row><c t="s"><v>1</v></c></row>' }],
      sharedStringsPart: '<sst><si><t>a</t></si>'
    });
    const outcome = await openXlsx(file);
    for (let time = 0; time < 2; time++)
      expect(await failureOf(outcome)).toMatchObject({ code: 'damaged', detail: 'xml' });
  });
});

test('looking for first rows ends early, and sheets not reached count as filled', async () => {
  const blank = { rows: '<row/>'.repeat(100_000) };
  const file = workbook({ sheets: [{ rows }, blank, blank, { rows }] });
  const few = opened(await openXlsx(file, undefined, { ...spreadsheetLimits, peekBytes: 800_000 }));
  expect(few.sheets.map(({ hasData }) => hasData)).toEqual([true, false, true, true]);
  expect(few.sheets[3]?.firstRow).toEqual([]);
  expect(opened(await openXlsx(file)).sheets.map(({ hasData }) => hasData)).toEqual([true, false, false, true]);
});

test('reading stops with the reason when it is aborted', async () => {
  const many = Array.from({ length: 20_000 }, (_, row) => textRow(row + 1, `name ${row}`, `mail ${row}`)).join('');
  const abort = new AbortController();
  let seen = 0;
  const reading = opened(await openXlsx(workbook({ sheets: [{ rows: many }] }))).readSheet(0, {
    signal: abort.signal,
    onRows: (batch) => {
      seen += batch.length;
      abort.abort(new Error('cancelled'));
    }
  });
  await expect(reading).rejects.toThrow('cancelled');
  expect(seen).toBeLessThan(20_000);
});
