import { describe, expect, test } from 'vitest';
import * as SheetJS from 'xlsx';
import { annotateWorkbook } from '#lib/spreadsheet/annotate/annotate-workbook.ts';
import { readByExceljs } from '../../../fixtures/independent-readers.ts';
import { differingParts, packageParts, partText } from '../../../fixtures/package-parts.ts';
import { MAIN, STRICT_MAIN, textRow, workbook, XML } from '../../../fixtures/workbook-builder.ts';
import { annotated, expectWellFormed } from './annotated.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const people = textRow(1, 'Name', 'Email', 'Password') + textRow(2, 'Ann', 'ann@example.org', 'Sample12');

async function patchedSheet(sheet: Parameters<typeof workbook>[0]['sheets'][number], options = {}): Promise<string> {
  const part = await partText(await annotated(workbook({ sheets: [sheet] }), options), SHEET);
  expectWellFormed(part);
  return part;
}

describe('the result of a workbook', () => {
  test('has one more cell at the end of each row, and nothing else', async () => {
    const result = await annotated(workbook({ sheets: [{ rows: people }] }));
    expect([...(await readByExceljs(result))]).toEqual([
      ['A1', 'Name'],
      ['B1', 'Email'],
      ['C1', 'Password'],
      ['D1', 'Result'],
      ['A2', 'Ann'],
      ['B2', 'ann@example.org'],
      ['C2', 'Sample12'],
      ['D2', 'Created']
    ]);
  });

  test('leaves every other part as it was, macros, data descriptors and stored parts included', async () => {
    const macros = Uint8Array.from({ length: 5000 }, (_, index) => (index * index) & 255);
    const original = workbook({
      sheets: [{ rows: people }, { rows: people }],
      sharedStrings: ['x'],
      macros: true,
      parts: { 'xl/vbaProject.bin': macros, 'xl/media/image1.png': macros },
      pack: (part) => ({
        ...part,
        stored: part.name.endsWith('.png'),
        dataDescriptor: /sheet|vba/.test(part.name),
        zip64: part.name.includes('sheet2')
      })
    });
    const result = await annotated(original);
    expect(await differingParts(original, result)).toEqual([SHEET, 'xl/styles.xml']);
    const names = async (file: Blob) => (await packageParts(file)).map(({ name }) => name);
    expect(await names(result)).toEqual(await names(original));
    expect((await readByExceljs(result)).get('D2')).toBe('Created');
    expect((await readByExceljs(result, 1)).get('C2')).toBe('Sample12');
  });

  test('gives nothing to rows that have no result', async () => {
    const rows = people + textRow(3) + '<row r="5"/>' + textRow(7, 'Bob');
    const part = await patchedSheet(
      { rows },
      { cellFor: (row: number) => (row === 7 ? { text: 'No', tone: 'bad' } : undefined) }
    );
    expect([...part.matchAll(/<c r="D(\d+)"/g)].map((match) => match[1])).toEqual(['1', '7']);
  });

  test('numbers rows and cells that have no reference as they are read', async () => {
    const cell = '<c t="inlineStr"><is><t>x</t></is></c>';
    const rows = `<row>${cell}${cell}</row><row>${cell}</row><row r="9">${cell}</row><row>${cell}</row>`;
    const asked: number[] = [];
    const part = await patchedSheet(
      { rows },
      { cellFor: (row: number) => (asked.push(row), { text: 'ok', tone: 'good' }) }
    );
    expect(asked).toEqual([2, 9, 10]);
    expect([...part.matchAll(/<c r="(D\d+)"/g)].map((match) => match[1])).toEqual(['D1', 'D2', 'D9', 'D10']);
  });

  test('opens self-closing rows that get a result', async () => {
    const part = await patchedSheet({ rows: `${people}<row r="3" ht="20"/>` });
    expect(part).toMatch(/<row r="3" ht="20"><c r="D3"[^>]*>.*<\/c><\/row>/);
  });

  test('stands before cells further right, in the place of one in its column, and before extensions', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="F1"><v>2</v></c></row>' +
      '<row r="2"><c r="A2"><v>1</v></c><c r="D2" s="3"><v>old</v></c><c r="E2"><v>3</v></c></row>' +
      '<row r="3"><c r="A3"/><extLst><ext uri="x"/></extLst></row><row r="4"><c r="E4"><v>1</v></c></row>';
    const part = await patchedSheet({ rows });
    const references = [...part.matchAll(/<c r="(\w+)"|<(extLst)/g)].map((match) => match[1] ?? match[2]);
    expect(references.join(' ')).toBe('A1 D1 F1 A2 D2 E2 A3 D3 extLst D4 E4');
    expect(part).not.toContain('old');
  });

  test('keeps prefixes, namespaces, comments, CDATA and unknown attributes', async () => {
    const part =
      `${XML}<x:worksheet xmlns:x="${MAIN}"><x:sheetData><!-- <x:row> --><x:row y="a>b"><x:c t="str"><x:v><![CDATA[</x:row>]]></x:v></x:c></x:row>` +
      `<x:row><x:c t="str"><x:v>v</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const result = await patchedSheet({ part });
    expect(result).toContain(
      '<!-- <x:row> --><x:row y="a>b"><x:c t="str"><x:v><![CDATA[</x:row>]]></x:v></x:c><x:c r="D1"'
    );
    expect(result.replace(/<x:cols>.*?<\/x:cols>|<x:c r="D.*?<\/x:c>/g, '')).toBe(part);
  });

  test('is a strict workbook where the original was one', async () => {
    const result = await annotated(workbook({ sheets: [{ rows: people }], strict: true }));
    expect(await partText(result, SHEET)).toContain(`<worksheet xmlns="${STRICT_MAIN}"`);
    const sheet = SheetJS.read(await result.arrayBuffer()).Sheets['Sheet1'];
    expect([sheet?.['D1']?.v, sheet?.['D2']?.v]).toEqual(['Result', 'Created']);
  });

  test('extends the spans that rows tell of themselves', async () => {
    const part = await patchedSheet({
      rows: '<row r="2" spans="1:3"><c r="C2"/></row><row r="3" spans="1:9"><c r="C3"/></row>'
    });
    expect(part).toContain('<row r="2" spans="1:4">');
    expect(part).toContain('<row r="3" spans="1:9">');
  });

  test('keeps the encoding of a sheet in UTF-16', async () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData>${textRow(1, 'Jörg 日本')}</sheetData></worksheet>`;
    const result = await annotated(workbook({ sheets: [{ part: new Uint8Array(Buffer.from(text, 'utf16le')) }] }));
    const part = (await packageParts(result))
      .find(({ name }) => name === SHEET)!
      .bytes()
      .toString('utf16le');
    expect(part.replace(/<cols>.*?<\/cols>|<c r="D.*?<\/c>/g, '')).toBe(text);
    expect(part).toContain('>Result<');
  });

  test('writes a sheet in a single-byte encoding as UTF-8 that says so', async () => {
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?><worksheet xmlns="${MAIN}"><sheetData>${textRow(1, 'Jörg')}</sheetData></worksheet>`;
    const part = await patchedSheet({ part: new Uint8Array(Buffer.from(text, 'latin1')) });
    expect(part).toContain('encoding="UTF-8"');
    expect(part).toContain('Jörg');
  });

  test('stays text whatever it begins with, and escapes what XML cannot hold', async () => {
    const texts = ['=1+1', '+1', '-1', '@x', 'a<b>&"c"', '_x0041_', '\u0001', ' spaces ', '\ud83d\ude00'];
    const rows = texts.map((_, row) => textRow(row + 2, 'x')).join('');
    const result = await annotated(workbook({ sheets: [{ rows: textRow(1, 'Name') + rows }] }), {
      cellFor: (row) => ({ text: texts[row - 2]!, tone: 'bad' })
    });
    const part = await partText(result, SHEET);
    expectWellFormed(part);
    expect(part).not.toMatch(/<f/);
    expect(part).toContain('_x005F_x0041_');
    expect(part).toContain('_x0001_');
    const cells = await readByExceljs(result);
    for (const row of [2, 3, 4, 5, 6, 9, 10]) expect(cells.get(`D${row}`)).toBe(texts[row - 2]);
  });

  test('cuts a text that no cell can hold', async () => {
    const part = await patchedSheet({ rows: people }, { cellFor: () => ({ text: 'x'.repeat(40_000), tone: 'bad' }) });
    expect(/<c r="D2".*?<t[^>]*>([^<]*)/.exec(part)![1]).toHaveLength(32_767);
  });

  test('has no room beside the very last column', async () => {
    const options = { sheet: 0, header: { rowNumber: 1, text: 'Result' }, cellFor: () => undefined, maskColumns: [] };
    const file = workbook({ sheets: [{ rows: people }] });
    expect(await annotateWorkbook(file, { ...options, column: 16_385 })).toEqual({ code: 'no-room' });
    expect(await annotateWorkbook(file, { ...options, column: 16_384 })).toBeInstanceOf(Blob);
  });

  test('goes without colours where the workbook has no styles', async () => {
    const result = await annotated(workbook({ sheets: [{ rows: people }], formats: null }));
    expect(await partText(result, SHEET)).toContain('<c r="D2" t="inlineStr">');
    expect((await packageParts(result)).map(({ name }) => name)).not.toContain('xl/styles.xml');
  });

  test('says what is wrong with a file that is none, and stops when it is told to', async () => {
    const options = {
      sheet: 0,
      header: { rowNumber: 1, text: 'R' },
      cellFor: () => undefined,
      column: 4,
      maskColumns: []
    };
    expect(await annotateWorkbook(new Blob(['no zip at all']), options)).toMatchObject({ code: expect.any(String) });
    const stopped = { ...options, signal: AbortSignal.abort(new Error('stopped')) };
    await expect(annotateWorkbook(workbook({ sheets: [{ rows: people }] }), stopped)).rejects.toThrow('stopped');
  });
});
