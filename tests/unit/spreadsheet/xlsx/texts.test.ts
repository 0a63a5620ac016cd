import { expect, test } from 'vitest';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { workbook, XML, type WorkbookFixture } from '../../../fixtures/workbook-builder.ts';
import { opened, wholeSheet } from '../../../fixtures/whole-file.ts';

async function textsOf(rows: string, rest: Partial<WorkbookFixture> = {}): Promise<readonly string[]> {
  const file = workbook({ sheets: [{ rows: `<row r="1">${rows}</row>` }], ...rest });
  const { rows: read } = await wholeSheet(opened(await openXlsx(file)));
  return read[0]?.cells ?? [];
}

const inline = (content: string): string => `<c t="inlineStr"><is>${content}</is></c>`;
const shared = (index: number | string): string => `<c t="s"><v>${index}</v></c>`;

test.each<[string, string, string]>([
  ['inline', '<t>Ann</t>', 'Ann'],
  ['several runs are joined', '<r><rPr><b/></rPr><t>An</t></r><r><t>n</t></r>', 'Ann'],
  ['runs behind a plain text', '<t>a</t><r><t>b</t></r><r><t>c</t></r>', 'abc'],
  ['phonetic runs are left out', '<t>課長</t><rPh sb="0" eb="2"><t>カチョウ</t></rPh><phoneticPr fontId="1"/>', '課長'],
  ['white space that is kept', '<t xml:space="preserve"> a b </t>', ' a b '],
  ['white space that is not', '<t>\n  a b\t</t>', 'a b'],
  ['predefined entities', '<t>&lt;&amp;&gt;&quot;&apos;</t>', `<&>"'`],
  ['character references', '<t>&#65;&#x42;&#128512;&#x1F600;</t>', 'AB😀😀'],
  ['references to what is no character', '<t>a&#0;&#xD800;&#x110000;b</t>', 'a\uFFFD\uFFFD\uFFFDb'],
  ['unknown entities stay', '<t>a&nbsp;b & c</t>', 'a&nbsp;b & c'],
  ['CDATA', '<t>a<![CDATA[<b> & ]]>c<![CDATA[]]></t>', 'a<b> & c'],
  ['a comment inside', '<t>a<!-- x -->b</t>', 'ab'],
  ['line ends', '<t>a\r\nb\rc\nd</t>', 'a\nb\nc\nd'],
  ['escaped characters', '<t>a_x0009_b_x005F_x0009_c</t>', 'a\tb_x0009_c'],
  ['an escaped pair of surrogates', '<t>_xD83D__xDE00_</t>', '😀'],
  ['half a pair', '<t>a_xD801_b</t>', 'a\uFFFDb'],
  ['what only looks like an escape', '<t>_x00G0_ _X0041_ _x41_</t>', '_x00G0_ _X0041_ _x41_']
])('text: %s', async (_, content, text) => {
  expect(await textsOf(inline(content))).toEqual([text]);
  expect(await textsOf(shared(0), { sharedStrings: [`<si>${content}</si>`] })).toEqual([text]);
});

test('an empty shared string keeps the ones behind it in their places', async () => {
  const sharedStrings = ['zero', '<si/>', '<si><t/></si>', '<si></si>', 'four'];
  expect(await textsOf([0, 1, 2, 3, 4].map(shared).join(''), { sharedStrings })).toEqual(['zero', '', '', '', 'four']);
});

test('more shared strings than one page holds', async () => {
  const sharedStrings = Array.from({ length: 5000 }, (_, index) => `text ${index} ${'ä'.repeat(index % 3)}`);
  const indexes = [4999, 0, 1023, 1024, 2047, 2048, 4998];
  expect(await textsOf(indexes.map(shared).join(''), { sharedStrings })).toEqual(
    indexes.map((index) => sharedStrings[index])
  );
});

test('shared strings that are not there are empty', async () => {
  const cells = `${shared(7)}${shared(-1)}${shared('x')}${shared('')}${shared(0)}`;
  expect(await textsOf(cells, { sharedStrings: ['a'] })).toEqual(['', '', '', '', 'a']);
  expect(await textsOf(`${shared(0)}<c t="str"><v>b</v></c>`)).toEqual(['', 'b']);
});

const encoded = {
  'UTF-16 little endian': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 big endian': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16 without a mark': (text: string) => Buffer.from(text, 'utf16le'),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'Windows-1252': (text: string) => Buffer.from(text.replace('UTF-8', 'windows-1252'), 'latin1')
};

test.each(Object.entries(encoded))('parts in %s', async (_, encode) => {
  const text = `Zoë ${'é'.repeat(100_000)}`;
  const part = encode(`${XML}<worksheet><sheetData><row>${inline(`<t>${text}</t>`)}</row></sheetData></worksheet>`);
  const { rows } = await wholeSheet(opened(await openXlsx(workbook({ sheets: [{ part }] }))));
  expect(rows).toEqual([{ number: 1, cells: [text] }]);
});

test('characters of all lengths survive where windows are cut', async () => {
  const texts = Array.from({ length: 9000 }, (_, row) => 'aé課😀'.repeat(1 + (row % 23)));
  const rows = texts.map((text) => `<row>${inline(`<t>${text}</t>`)}</row>`).join('');
  const read = await wholeSheet(opened(await openXlsx(workbook({ sheets: [{ rows }] }))));
  expect(read.rows.map(({ cells }) => cells[0])).toEqual(texts);
});
