import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { columnName, MAIN, workbook } from '../../../../fixtures/workbook-builder.ts';
import { opened, wholeSheet } from '../../../../fixtures/whole-file.ts';

const value = fc.constantFrom(
  ...['0', '7', '12', '007', '1.50', '-3', '1e3', '9007199254740993', '', ' 5 ', 'a b', 'x&amp;y', 'a_x0041_b', '_x'],
  ...['ünï', 'Łódź', '李雷 😀', 'x'.repeat(5000), 'ł'.repeat(3000)]
);
const inside = fc.oneof(
  { weight: 3, arbitrary: value.map((text) => `<v>${text}</v>`) },
  value.map((text) => `<is><t>${text}</t></is>`),
  value.map((text) => `<is><t xml:space="preserve">${text}</t></is>`),
  value.map((text) => `<is><r><t>${text}</t></r><rPh><t>x</t></rPh></is>`)
);
const formula = fc.constantFrom(
  '<f>A1&amp;"é"</f>',
  '<f>A1</f>',
  '<f t="shared" si="0"/>',
  '<f aca="false">A&gt;1</f>'
);
const cell = fc.record({
  column: fc.nat(30),
  type: fc.constantFrom('', ' t="s"', ' t="n"', ' t="b"', ' t="str"', ' t="e"', ' t="d"', ' t="inlineStr"', ' t="x"'),
  style: fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="99"'),
  order: fc.boolean(),
  formula: fc.option(formula, { freq: 3 }),
  inside: fc.option(inside, { freq: 4 })
});
const row = fc.record({
  skipped: fc.nat(2),
  numbered: fc.boolean(),
  referred: fc.boolean(),
  attributes: fc.constantFrom('', ' spans="1:3"', ' hidden="1"', ' hidden="false" ht="12.5"', ' x:y=">"', ' ht="é"'),
  space: fc.constantFrom('', '', '\n  '),
  cells: fc.array(cell, { maxLength: 5 })
});
const FORMATS = ['00000', 'yyyy-mm-dd'];
const sharedStrings = [
  'zero',
  '<si><t> kept? </t></si>',
  '<si><t xml:space="preserve"> kept </t></si>',
  '<si><t>a_x0041_</t></si>',
  '<si><t></t></si>',
  'Łódź'
];
const SHARED = [...sharedStrings, ...Array.from({ length: 9 }, (_, index) => `text_${index} ü`)];

async function read(rows: string, hasPrefix: boolean): Promise<unknown> {
  const whole = `<sheetData>${rows}</sheetData>`;
  const part = `<worksheet xmlns="${MAIN}" xmlns:x="${MAIN}">${hasPrefix ? whole.replace(/(<\/?)sheet/g, '$1x:sheet') : whole}</worksheet>`;
  const file = workbook({ sheets: [{ part }], sharedStrings: SHARED, formats: FORMATS });
  const { rows: found, ...end } = await wholeSheet(opened(await openXlsx(file)));
  return { found, ...end };
}

/** The same markup with the sheet's own prefix before each name. */
const prefixed = (markup: string): string => markup.replace(/<\/?(?=[a-z])/g, '$&x:');

test('rows and cells that are cut by position are what the scanner of tags makes of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 5 }), fc.boolean(), async (rows, hasPrefix) => {
      let plain = '';
      let odd = '';
      let number = 0;
      for (const { skipped, numbered, referred, attributes, space, cells } of rows) {
        number += 1 + skipped;
        const named = numbered ? ` r="${number}"${attributes}` : '';
        plain += `${space}<row${named}${cells.length === 0 ? '/>' : '>'}`;
        odd += `<row${named.replace(/"(\d+)"/, "'$1'")}${cells.length === 0 ? ' />' : ' >'}`;
        for (const { column, type, style, order, formula, inside } of cells) {
          const reference = referred ? ` r="${columnName(column)}${number}"` : '';
          const named = `${reference}${order ? type + style : style + type}`;
          const content = `${formula ?? ''}${inside ?? ''}`;
          plain += content === '' ? `${space}<c${named}/>` : `<c${named}>${content}</c>${space}`;
          const oddly = named.replaceAll('"', "'");
          odd += content === '' ? `<c${oddly} />` : `<c${oddly} >${content}</c>`;
        }
        if (cells.length === 0) continue;
        plain += '</row>';
        odd += '</row >';
      }
      expect(await read(hasPrefix ? prefixed(plain) : plain, hasPrefix)).toEqual(await read(odd, false));
    }),
    { numRuns: 500 }
  );
});
