/** The whole files that mutants are made of: few, small, and with all that a reader knows in them. */
import { corpusBytes, corpusFiles } from '../fixtures/corpus.ts';
import { packageParts } from '../fixtures/package-parts.ts';
import { MAIN, relations, textRow, workbookParts, XML, type WorkbookFixture } from '../fixtures/workbook-builder.ts';
import type { ZipPart } from '../fixtures/zip-builder.ts';

export type Seed =
  | { readonly kind: 'workbook'; readonly name: string; readonly parts: readonly ZipPart[] }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

const people = Array.from({ length: 12 }, (_, row) =>
  textRow(row + 2, `Ann ${row} & <Bo>`, `ann${row}@example.org`, `Secret-${row}!`)
).join('');
const header = textRow(1, 'Name', 'Email', 'Password');

const everyCell =
  '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
  '<row r="2"><c r="A2" s="1"><v>42</v></c><c r="B2" s="2"><v>45000.5</v></c><c r="C2" t="b"><v>1</v></c></row>' +
  '<row r="3" hidden="1"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="str"><f>A1&amp;"x"</f><v>Namex</v></c><c/></row>' +
  '<row><c><f>1+1</f></c><c t="d"><v>2024-02-29</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>' +
  '<row r="9"><c r="C9" t="s"><v>3</v></c><c r="A9" t="str"><v><![CDATA[<raw> & text]]></v></c></row><!-- end -->';

const workbooks: Readonly<Record<string, WorkbookFixture>> = {
  'inline.xlsx': { sheets: [{ rows: header + people, before: '<dimension ref="A1:C13"/>' }] },
  'shared.xlsx': {
    sheets: [
      {
        rows: everyCell,
        before: '<cols><col min="1" max="2" width="9" hidden="1"/></cols>',
        after:
          '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells><hyperlinks><hyperlink ref="C2" r:id="rId1"/></hyperlinks>',
        relations: '<Relationship Id="rId1" Type="http://x/table" Target="../tables/table1.xml"/>'
      },
      { name: 'Two', state: 'hidden', rows: textRow(1, 'Other') }
    ],
    sharedStrings: [
      'Name',
      'Email',
      '<si><r><t>Pass</t></r><r><t xml:space="preserve">word </t></r></si>',
      'a_x000D_b'
    ],
    formats: ['00000', 'yyyy-mm-dd hh:mm', '0.00%', '[$-409]d/m;@', '#,##0.00'],
    date1904: true,
    parts: { 'xl/tables/table1.xml': `${XML}<table xmlns="${MAIN}" id="1" ref="A1:C9"/>` }
  },
  'prefixed.xlsx': {
    strict: true,
    sheets: [
      {
        part: `${XML}<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Name</x:t></x:is></x:c></x:row><x:row r="3"><x:c r="B3"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`
      }
    ],
    formats: null
  },
  'wide.xlsx': {
    sheets: [
      {
        part: new Uint8Array(
          Buffer.from(`\uFEFF<worksheet><sheetData>${header + people}</sheetData></worksheet>`, 'utf16le')
        )
      }
    ]
  },
  'streamed.xlsm': { macros: true, sheets: [{ rows: header + people }], parts: { 'docProps/core.xml': relations('') } }
};

const texts: Readonly<Record<string, string | Uint8Array>> = {
  'people.csv': 'Name,Email,Password\r\n"Ann, ""A""",ann@example.org,"two\r\nlines"\r\nBo,bo@example.org,00123\r\n',
  'semicolons.csv': 'sep=;\nName;Email;Zahl\nÄnne;anne@example.org;1,5\nÖzil;"x";\n\n;;\n',
  'tabs.tsv': 'Name\tEmail\rAnn\tann@example.org\rBo\tbo@example.org\r',
  'western.csv': Buffer.from('Name,Stra\xdfe\nJos\xe9,M\xfcller\nZo\xeb,na\xefve\n', 'latin1'),
  'japanese.csv': Buffer.from([
    0x96, 0xbc, 0x91, 0x4f, 0x2c, 0x93, 0xfa, 0x96, 0x7b, 0x0a, 0x82, 0xa0, 0x82, 0xa2, 0x2c, 0x61, 0x0a
  ]),
  'wide.csv': Buffer.from('\uFEFFName,Email\r\nAnn,ann@example.org\r\n', 'utf16le'),
  'people.json':
    '[{"Name":"Ann","Email":"ann@example.org","n":1e5,"ok":true},{"Name":"B\\u00f6\\n","tags":["a",{"b":null}]}]',
  'wrapped.json':
    '{"version":1,"people":[{"a":"x","b":-0.5},{"b":12345678901234567890,"a":"\\ud83d\\ude00"}],"n":[1,2]}',
  'lines.jsonl': '{"a":"1","b":{"c":[1,[2,[3]]]}}\n{"a":"2","a":"3"}\r\n{"b":"4"}\n'
};

/** Real files join where they lie beside the checkout; larger ones would only make fewer mutants a second. */
const LARGEST = 16 * 1024;

export async function seeds(withCorpus: boolean): Promise<Seed[]> {
  const all: Seed[] = Object.entries(workbooks).map(([name, fixture]) => ({
    kind: 'workbook',
    name,
    parts: [...workbookParts(fixture)].map(([part, data]) => ({ name: part, data }))
  }));
  for (const [name, text] of Object.entries(texts))
    all.push({ kind: 'bytes', name, bytes: new Uint8Array(Buffer.from(text)) });
  if (!withCorpus) return all;
  for (const name of corpusFiles('xlsx')) {
    const bytes = corpusBytes('xlsx', name);
    if (bytes.length > LARGEST) continue;
    try {
      const parts = await packageParts(new Blob([bytes]));
      all.push({ kind: 'workbook', name, parts: parts.map((part) => ({ name: part.name, data: part.bytes() })) });
    } catch {
      all.push({ kind: 'bytes', name, bytes });
    }
  }
  for (const folder of ['csv', 'json', 'hostile', 'xls-xlsb-ods']) {
    for (const name of corpusFiles(folder)) {
      const bytes = corpusBytes(folder, name);
      if (bytes.length <= LARGEST) all.push({ kind: 'bytes', name, bytes });
    }
  }
  return all;
}
