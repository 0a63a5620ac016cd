import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { columnName, escapeXml, workbook } from '../../../fixtures/workbook-builder.ts';
import { opened, wholeSheet } from '../../../fixtures/whole-file.ts';

/** A cell as it is written, and the text that is to be read. */
interface Written {
  readonly text: string;
  readonly attributes: string;
  readonly content: string;
  /** The shared string it needs. */
  readonly shared?: string;
}

const FORMATS = ['00000', 'yyyy-mm-dd'];
const MILLISECONDS_OF_DAY = 86_400_000;

const character = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Array.from('abcXYZ019 .@-_<>&"\'\n\t')) },
  fc.constantFrom('é', 'ß', '課', '😀', '\u00a0', '\u2028', '_x0041_', '_x005F_')
);
const anyText = fc.array(character, { minLength: 1, maxLength: 12 }).map((characters) => characters.join(''));
const escaped = (text: string): string => escapeXml(text).replaceAll('_x', '_x005F_x');
const kept = (text: string): string => `<t xml:space="preserve">${escaped(text)}</t>`;
const runs = (text: string): string => Array.from(text, (part) => `<r><rPr><b/></rPr>${kept(part)}</r>`).join('');

const cell: fc.Arbitrary<Written> = fc.oneof(
  anyText.map((text) => ({ text, attributes: 't="inlineStr"', content: `<is>${kept(text)}</is>` })),
  anyText.map((text) => ({ text, attributes: "t='str'", content: `<f>A1</f><v>${escaped(text)}</v>` })),
  anyText.map((text) => ({
    text,
    attributes: 't="s"',
    content: '',
    shared: `<si>${kept(text)}<rPh sb="0"><t>x</t></rPh></si>`
  })),
  fc.array(fc.constantFrom('a', 'ü', ' ', '<', '😀'), { minLength: 1, maxLength: 5 }).map((parts) => ({
    text: parts.join(''),
    attributes: 't="s"',
    content: '',
    shared: `<si>${runs(parts.join(''))}</si>`
  })),
  anyText
    .filter((text) => !text.includes(']]>') && !text.includes('_x'))
    .map((text) => ({ text, attributes: 't="str"', content: `<v><![CDATA[${text}]]></v>` })),
  fc.maxSafeInteger().map((value) => ({ text: String(value), attributes: '', content: `<v>${value}</v>` })),
  fc.integer({ min: 0, max: 99_999 }).map((value) => ({
    text: String(value).padStart(5, '0'),
    attributes: 's="1"',
    content: `<v>${value}</v>`
  })),
  fc.integer({ min: 61, max: 2_958_465 }).map((serial) => ({
    text: new Date(Date.UTC(1899, 11, 30) + serial * MILLISECONDS_OF_DAY).toISOString().slice(0, 10),
    attributes: 's="2"',
    content: `<v>${serial}</v>`
  })),
  fc
    .boolean()
    .map((value) => ({ text: value ? 'TRUE' : 'FALSE', attributes: 't="b"', content: `<v>${Number(value)}</v>` })),
  fc.constantFrom('#N/A', '#DIV/0!').map((text) => ({ text, attributes: 't="e"', content: `<v>${text}</v>` })),
  fc.constantFrom('<f>NOW()</f>', '').map((content) => ({ text: '', attributes: '', content }))
);

const sheet = fc.record({
  rows: fc.array(fc.record({ skipped: fc.nat(3), cells: fc.array(fc.option(cell), { maxLength: 6 }) }), {
    maxLength: 12
  }),
  prefix: fc.constantFrom('', 'x:'),
  references: fc.boolean(),
  comments: fc.boolean(),
  strict: fc.boolean()
});

test('what was written is what is read', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async ({ rows, prefix, references, comments, strict }) => {
      const sharedStrings: string[] = [];
      const expected: { number: number; cells: string[] }[] = [];
      let number = 0;
      let xml = '';
      for (const { skipped, cells } of rows) {
        xml += references ? '' : '<row/>'.repeat(skipped);
        number += skipped + 1;
        xml += references ? `<row r="${number}">` : '<row>';
        for (const [column, written] of cells.entries()) {
          if (written === null) {
            if (!references) xml += '<c/>';
            continue;
          }
          const reference = references ? ` r="${columnName(column)}${number}"` : '';
          const value =
            written.shared === undefined ? written.content : `<v>${sharedStrings.push(written.shared) - 1}</v>`;
          xml += `<c${reference} ${written.attributes}>${comments ? '<!-- <c> -->' : ''}${value}</c>`;
        }
        xml += '</row>';
        const texts = cells.map((written) => written?.text ?? '');
        const length = texts.findLastIndex((text) => text !== '') + 1;
        if (length > 0) expected.push({ number, cells: texts.slice(0, length) });
      }
      const prefixed =
        prefix === ''
          ? xml
          : xml.replace(
              /(<!\[CDATA\[.*?\]\]>)|(<\/?)(?=[a-z])/gs,
              (_: string, data: string | undefined, tag: string) => data ?? tag + prefix
            );
      const file = workbook({ sheets: [{ rows: prefixed }], sharedStrings, formats: FORMATS, strict });
      expect((await wholeSheet(opened(await openXlsx(file)))).rows).toEqual(expected);
    }),
    { numRuns: 300 }
  );
});
