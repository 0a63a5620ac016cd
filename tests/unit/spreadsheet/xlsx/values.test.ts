import { expect, test } from 'vitest';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import type { SheetEnd } from '#lib/spreadsheet/spreadsheet.ts';
import { textRow, workbook, type WorkbookFixture } from '../../../fixtures/workbook-builder.ts';
import { opened, wholeSheet } from '../../../fixtures/whole-file.ts';

async function read(
  cells: string,
  rest: Partial<WorkbookFixture> = {}
): Promise<{ readonly texts: readonly string[]; readonly notes: SheetEnd['notes'] }> {
  const file = workbook({ sheets: [{ rows: `<row r="1">${cells}</row>` }], ...rest });
  const { rows, end } = await wholeSheet(opened(await openXlsx(file)));
  return { texts: rows[0]?.cells ?? [], notes: end.notes };
}

const number = (value: string, style = ''): string => `<c${style && ` s="${style}"`}><v>${value}</v></c>`;

test('numbers are shown by their formats', async () => {
  const cells = number('6083', '1') + number('44562', '2') + number('0.5', '3') + number('42') + number(' 1e2 ');
  const { texts, notes } = await read(cells, { formats: ['00000', 'dd/mm/yyyy', '0%'] });
  expect(texts).toEqual(['06083', '01/01/2022', '50%', '42', '100']);
  expect(notes.dates).toBe(1);
});

test('dates count from 1904 where the workbook says so', async () => {
  const { texts } = await read(number('43100', '1'), { formats: ['yyyy-mm-dd'], date1904: true });
  expect(texts).toEqual(['2022-01-01']);
});

test('built-in date formats are shown as ISO dates, also those of named styles only for their own cells', async () => {
  const stylesPart =
    '<styleSheet><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs>' +
    '<cellStyles><cellStyle/></cellStyles><dxfs><dxf><numFmt numFmtId="0" formatCode="0.0"/></dxf></dxfs></styleSheet>';
  const { texts } = await read(number('44562', '1') + number('44562.75', '2') + number('7', '0'), { stylesPart });
  expect(texts.slice(0, 2)).toEqual(['2022-01-01', '2022-01-01 18:00']);
});

test('without a styles part, and with styles that are not there, numbers are General', async () => {
  expect((await read(number('1.5', '7'), { formats: null })).texts).toEqual(['1.5']);
  expect((await read(number('1.5', '99') + number('2', ' '))).texts).toEqual(['1.5', '2']);
});

test('booleans, errors and ISO dates', async () => {
  const cells =
    '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2022-01-01T18:30:00</v></c>' +
    '<c t="d" s="1"><v>2022-01-01</v></c>';
  const { texts, notes } = await read(cells, { formats: ['d mmm yyyy'] });
  expect(texts).toEqual(['TRUE', 'FALSE', '#N/A', '2022-01-01T18:30:00', '1 Jan 2022']);
  expect([notes.errorCells, notes.dates]).toEqual([1, 2]);
});

test('formulas give their cached results and are counted', async () => {
  const cells =
    '<c t="str"><f>A2&amp;"x"</f><v> ax </v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c><c t="str"><f>""</f><v/></c>' +
    '<c><f t="shared" si="0"/><v>3</v></c>';
  const { texts, notes } = await read(cells);
  expect(texts).toEqual([' ax ', '2', '', '', '3']);
  expect([notes.formulas, notes.formulasWithoutResult]).toEqual([5, 1]);
});

test('a formula whose result was never saved is told from one whose result is an empty text', async () => {
  // As programs write it that do not calculate: openpyxl and its like.
  const unsaved =
    '<c r="A1"><f>LOWER(B1)</f><v></v></c><c r="B1"><f>LOWER(C1)</f><v/></c><c r="C1" t="n"><f>1</f><v></v></c>';
  const { texts, notes } = await read(`${unsaved}<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><v>7</v></c>`);
  expect(texts).toEqual(['', '', '', '', '7']);
  expect([notes.formulas, notes.formulasWithoutResult]).toEqual([4, 3]);
});

test('mail links leave the cell its text', async () => {
  const after = '<hyperlinks><hyperlink ref="A1" r:id="rId1" display="other"/></hyperlinks>';
  const relations =
    '<Relationship Id="rId1" Type="http://x/hyperlink" Target="mailto:%%ann@example.org" TargetMode="External"/>';
  const file = workbook({ sheets: [{ rows: textRow(1, 'ann@example.org'), after, relations }] });
  const { rows } = await wholeSheet(opened(await openXlsx(file)));
  expect(rows).toEqual([{ number: 1, cells: ['ann@example.org'] }]);
});

test('hidden rows and columns are read and counted, those without text not', async () => {
  const sheet = {
    before: '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/></cols>',
    rows: `${textRow(1, 'a', 'b', 'c')}<row r="2" hidden="1"><c r="A2" t="str"><v>d</v></c></row><row r="3" hidden="1"/>`
  };
  const { rows, end } = await wholeSheet(opened(await openXlsx(workbook({ sheets: [sheet] }))));
  expect(rows.map(({ cells }) => cells.join())).toEqual(['a,b,c', 'd']);
  expect([end.notes.hiddenRows, end.notes.hiddenColumns]).toEqual([1, 1]);
});
