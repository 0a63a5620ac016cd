import { describe, expect, test } from 'vitest';
import { maskWorkbook } from '#lib/spreadsheet/annotate/mask-workbook.ts';
import { readByExceljs } from '../../../fixtures/independent-readers.ts';
import { differingParts, packageParts, partText } from '../../../fixtures/package-parts.ts';
import { MAIN, textRow, workbook, XML } from '../../../fixtures/workbook-builder.ts';
import { annotated, expectWellFormed } from './annotated.ts';

const DOTS = '••••••••';
const SHEET = 'xl/worksheets/sheet1.xml';

async function masked(file: Blob): Promise<Blob> {
  const result = await maskWorkbook(file, { sheet: 0, headerRowNumber: 1, maskColumns: [3] });
  if (!(result instanceof Blob)) throw new Error(result.code);
  for (const part of await packageParts(result)) {
    if (part.name.endsWith('.xml') || part.name.endsWith('.rels')) expectWellFormed(part.text());
  }
  return result;
}

/** Parts that hold the text anywhere, inflated, in UTF-8 or UTF-16. */
async function partsWith(file: Blob, text: string): Promise<string[]> {
  const parts = await packageParts(file);
  const found = parts.filter(({ bytes }) =>
    [Buffer.from(text), Buffer.from(text, 'utf16le')].some((sought) => bytes().includes(sought))
  );
  return found.map(({ name }) => name);
}

const shared = (reference: string, index: number): string => `<c r="${reference}" t="s"><v>${index}</v></c>`;

describe('a masked workbook', () => {
  test('holds no password any more, and everything else', async () => {
    const original = workbook({
      sheets: [
        { rows: textRow(1, 'Name', 'Email', 'Password', 'Note') + textRow(2, 'Ann', 'a@b.org', 'Sample12', 'x') }
      ]
    });
    const result = await masked(original);
    expect(await partsWith(result, 'Sample12')).toEqual([]);
    expect(await differingParts(original, result)).toEqual([SHEET]);
    expect([...(await readByExceljs(result)).values()]).toEqual([
      'Name',
      'Email',
      'Password',
      'Note',
      'Ann',
      'a@b.org',
      DOTS,
      'x'
    ]);
  });

  test('holds none in its shared strings, even where a program left old ones', async () => {
    const rows = `<row r="1">${shared('A1', 0)}${shared('C1', 1)}</row><row r="2">${shared('A2', 2)}${shared('C2', 3)}</row>`;
    const rich = '<si><r><t>Secr</t></r><r><rPr><b/></rPr><t>et99</t></r><rPh sb="0" eb="1"><t>Secret99</t></rPh></si>';
    const original = workbook({ sheets: [{ rows }], sharedStrings: ['Name', 'Password', 'Ann', rich, 'Former77'] });
    const result = await masked(original);
    const strings = await partText(result, 'xl/sharedStrings.xml');
    expect(strings).not.toMatch(/Secr|et99|Former77/);
    expect(strings.match(/<si>/g)).toHaveLength(5);
    expect((await readByExceljs(result)).get('A2')).toBe('Ann');
  });

  test('leaves another cell its own text where it is the same', async () => {
    const rows = `<row r="1">${shared('A1', 0)}${shared('C1', 1)}</row><row r="2">${shared('A2', 2)}${shared('C2', 2)}</row>`;
    const result = await masked(workbook({ sheets: [{ rows }], sharedStrings: ['Name', 'Password', 'Michelle1'] }));
    const cells = await readByExceljs(result);
    expect([cells.get('A2'), cells.get('C2')]).toEqual(['Michelle1', DOTS]);
    expect(await partsWith(result, 'Michelle1')).toEqual(['xl/sharedStrings.xml']);
  });

  test('hides numbers, formulas and errors, keeps styles and empty cells', async () => {
    const rows =
      textRow(1, 'Name', 'Email', 'Password') +
      '<row r="2"><c r="C2" s="1"><v>12345678</v></c></row><row r="3"><c r="C3" t="str"><f>A3&amp;"Pw77"</f><v>AnnPw77</v></c></row>' +
      '<row r="4"><c r="C4" s="1"/></row><row r="5"><c r="C5" t="e"><v>#N/A</v></c></row>';
    const part = await partText(await masked(workbook({ sheets: [{ rows }], formats: ['@'] })), SHEET);
    expect(part).not.toMatch(/12345678|Pw77|#N\/A/);
    expect(part).toContain(`<c r="C2" s="1" t="inlineStr"><is><t>${DOTS}</t></is></c>`);
    // The calculation chain goes on finding its formula.
    expect(part).toContain(`<c r="C3" t="str"><f>"${DOTS}"</f><v>${DOTS}</v></c>`);
    expect(part).toContain('<c r="C4" s="1"/>');
  });

  test('hides what repeats a password: results of formulas in any sheet, filters, pivot and chart caches', async () => {
    const rows =
      textRow(1, 'Name', 'Email', 'Password') +
      '<row r="2"><c r="C2" t="inlineStr"><is><t>Sample12</t></is></c><c r="F2" t="str"><f>C2&amp;"!"</f><v>Sample12!</v></c></row>';
    const after =
      '<autoFilter ref="A1:C2"><filterColumn colId="2"><filters><filter val="Sample12"/></filters></filterColumn></autoFilter>';
    const other =
      '<row r="1"><c r="A1" t="str"><f>Sheet1!C2</f><v>Sample12</v></c><c r="B1" t="str"><f>"kept"</f><v>kept</v></c></row>';
    const original = workbook({
      sheets: [{ rows, after }, { rows: other }, { rows: textRow(1, 'x') }],
      parts: {
        'xl/pivotCache/pivotCacheRecords1.xml': `${XML}<pivotCacheRecords xmlns="${MAIN}"><r><s v="Ann"/><s v="Sample12"/></r></pivotCacheRecords>`,
        'xl/charts/chart1.xml': `${XML}<c:pt xmlns:c="c"><c:v>Sample12</c:v></c:pt>`
      }
    });
    const result = await masked(original);
    expect(await partsWith(result, 'Sample12')).toEqual([]);
    expect(await differingParts(original, result)).not.toContain('xl/worksheets/sheet3.xml');
    expect(await partText(result, 'xl/worksheets/sheet2.xml')).toContain('<v>kept</v>');
    expect(await partText(result, 'xl/pivotCache/pivotCacheRecords1.xml')).toContain(`<s v="Ann"/><s v="${DOTS}"/>`);
  });

  test('loses the mail link that Excel made of a password, and the picture of the first page', async () => {
    const sheet = {
      rows: textRow(1, 'Name', 'Email', 'Password') + textRow(2, 'Ann', 'a@b.org', 'P@ss.word1'),
      after:
        '<hyperlinks><hyperlink ref="B2" r:id="rId1"/><hyperlink ref="C2" r:id="rId2" display="P@ss.word1"/></hyperlinks>',
      relations:
        '<Relationship Id="rId1" Type="hyperlink" Target="mailto:a@b.org" TargetMode="External"/>' +
        '<Relationship Id="rId2" Type="hyperlink" Target="mailto:P@ss.word1" TargetMode="External"/>'
    };
    const result = await masked(
      workbook({ sheets: [sheet], parts: { 'docProps/thumbnail.jpeg': new Uint8Array(99) } })
    );
    expect(await partsWith(result, 'P@ss.word1')).toEqual([]);
    expect(await partsWith(result, 'mailto:a@b.org')).toEqual(['xl/worksheets/_rels/sheet1.xml.rels']);
    expect((await packageParts(result)).map(({ name }) => name)).not.toContain('docProps/thumbnail.jpeg');
  });

  test('can have its results in the same go', async () => {
    const rows = textRow(1, 'Name', 'Email', 'Password') + textRow(2, 'Ann', 'a@b.org', 'Sample12');
    const result = await annotated(workbook({ sheets: [{ rows }] }), { maskColumns: [3] });
    const cells = await readByExceljs(result);
    expect([cells.get('C1'), cells.get('C2'), cells.get('D2')]).toEqual(['Password', DOTS, 'Created']);
    expect(await partsWith(result, 'Sample12')).toEqual([]);
  });
});
