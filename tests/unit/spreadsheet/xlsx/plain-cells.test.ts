import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { columnName, workbook } from '../../../fixtures/workbook-builder.ts';
import { opened, wholeSheet } from '../../../fixtures/whole-file.ts';

const value = fc.constantFrom(
  '0',
  '7',
  '12',
  '007',
  '1.50',
  '-3',
  '1e3',
  '9007199254740993',
  '',
  ' 5 ',
  'a b',
  'x&amp;y'
);
const cell = fc.record({
  column: fc.nat(30),
  type: fc.constantFrom('', ' t="s"', ' t="n"', ' t="b"', ' t="str"', ' t="e"', ' t="d"', ' t="inlineStr"'),
  style: fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="99"'),
  order: fc.boolean(),
  value: fc.option(value)
});
const FORMATS = ['00000', 'yyyy-mm-dd'];
const sharedStrings = [
  'zero',
  '<si><t> kept? </t></si>',
  '<si><t xml:space="preserve"> kept </t></si>',
  '<si><t>a_x0041_</t></si>'
];
const SHARED = [...sharedStrings, ...Array.from({ length: 9 }, (_, index) => `text_${index} ü`)];

async function read(rows: string): Promise<unknown> {
  const { rows: found, ...end } = await wholeSheet(
    opened(await openXlsx(workbook({ sheets: [{ rows }], sharedStrings: SHARED, formats: FORMATS })))
  );
  return { found, ...end };
}

test('cells that are cut by position are what the scanner of tags makes of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }), async (rows) => {
      let plain = '';
      let odd = '';
      for (const [index, cells] of rows.entries()) {
        plain += `<row r="${index + 1}">`;
        odd += `<row r="${index + 1}">`;
        for (const { column, type, style, order, value } of cells) {
          const attributes = ` r="${columnName(column)}${index + 1}"${order ? type + style : style + type}`;
          plain += value === null ? `<c${attributes}/>` : `<c${attributes}><v>${value}</v></c>`;
          const oddly = attributes.replaceAll('"', "'");
          odd += value === null ? `<c${oddly} />` : `<c${oddly} ><v>${value}</v></c>`;
        }
        plain += '</row>';
        odd += '</row>';
      }
      expect(await read(plain)).toEqual(await read(odd));
    }),
    { numRuns: 200 }
  );
});
