/** See [Note: the beginning is believed]: a file that is read trusting is as one that is read whole, or misread. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSpreadsheet } from '#lib/spreadsheet/open-spreadsheet.ts';
import { isFileFailure, type SheetRow } from '#lib/spreadsheet/spreadsheet.ts';
import { encodeText } from '#lib/spreadsheet/text/encode.ts';
import { corpusFiles } from './text/corpus.ts';

const people = (count: number): string[] => Array.from({ length: count }, (_, at) => `Ann ${at},ann${at}@example.org`);
/** More than what is looked at before rows are handed on. */
const MANY = 20_000;

async function read(name: string, content: readonly BlobPart[], trusting: boolean): Promise<object> {
  const opened = await openSpreadsheet({ name, bytes: new Blob([...content]) }, { trusting });
  if (isFileFailure(opened)) return opened;
  const { format, text, sheets } = opened;
  const rows: SheetRow[] = [];
  const misread: true[] = [];
  const end = await opened.readSheet(0, {
    onRows: (batch) => rows.push(...batch),
    onMisread: () => misread.push(true)
  });
  return misread.length > 0 ? { misread: true } : { format, text, sheets, rows, end };
}

const both = async (name: string, content: readonly BlobPart[]): Promise<[object, object]> => [
  await read(name, content, true),
  await read(name, content, false)
];

const lines = `Name,Email\n${people(MANY).join('\n')}\n`;
const objects = people(MANY)
  .map((line) => line.split(','))
  .map(([Name, Email]) => JSON.stringify({ Name, Email }))
  .join(',\n');
const tail = (text: string): Uint8Array<ArrayBuffer> => encodeText(text, 'windows-1250') ?? new Uint8Array();
const western = (text: string): Uint8Array<ArrayBuffer> => encodeText(text, 'windows-1252') ?? new Uint8Array();

describe('a file that is as its beginning promised', () => {
  test.each([
    ['people.csv', [lines, 'Zoë,zoe@example.org']],
    ['people.csv', [lines, '"Ann\nLee","a ""b"" c"\n', ' "x",y\n']],
    ['people.csv', [lines, 'A\0nn,\ufeffann@example.org\n', '\u00a0,\u3000\n,\n']],
    ['people.csv', ['sep=,\n', lines, 'Zoë,zoe@example.org']],
    ['people.csv', [lines, new TextEncoder().encode('Zoë').subarray(0, 3)]],
    ['people.csv', [tail('Žofie,zofie@example.org\n'), lines]],
    ['people.json', ['\ufeff[', objects, ',{"Name":"Zo\\u00eb","Email":null}]']],
    ['people.json', ['[', objects, ',{"Name":["x", {"y":1}],"Email":"\\ud83d"}]']],
    ['people.jsonl', [objects.replaceAll('},', '}'), '\n{"Name":"Zoë"}\n']]
  ])('is read as it is when it is read whole: %s, %#', async (name, content) => {
    const [believed, whole] = await both(name, content);
    expect(believed).toEqual(whole);
    expect(believed).not.toHaveProperty('misread');
  });
});

describe('a file that is not as its beginning promised is misread', () => {
  test.each([
    ['by a name in another encoding', 'people.csv', [lines, tail('Žofie,zofie@example.org\n')]],
    ['by a cell that another one makes a character of', 'people.csv', [lines, western('Max Groß,€ 500\n')]],
    [
      'by a part of a cell that another one makes a character of',
      'people.csv',
      [lines, western('"Groß","€ ""5"" x"\n')]
    ],
    ['by a cell that ends within a character', 'people.csv', [lines, western('é,Max Groß\n')]],
    ['by such a cell in front of another', 'people.csv', [lines, western('Max Groß,a'), 'é\n']],
    ['by a byte that is damaged', 'people.csv', [lines, 'é'.repeat(20), Uint8Array.of(0xff), '\n']],
    ['by a damaged space in a row without text', 'people.csv', [lines, Uint8Array.of(0xa0), ',\n']],
    ['by another key', 'people.json', ['[', objects, ',{"Name":"Ann","Note":"x"}]']],
    ['by a fault', 'people.json', ['[', objects, ',{"Name":"Ann"]']],
    ['by what comes after the list', 'people.json', ['[', objects, '] x']],
    ['by its end', 'people.json', ['[', objects, ',{"Name":"Ann"}']],
    ['by a value in another encoding', 'people.json', ['[', objects, ',{"Name":"', tail('Žofie'), '"}]']],
    ['by a key in another encoding', 'people.json', ['[', objects, ',{"', tail('Žofie'), '":1}]']],
    [
      'by a value that another one makes a character of',
      'people.json',
      ['[', objects, ',', western('{"Name":"Max Groß","Email":"€ 500"}'), ']']
    ],
    [
      'by a value that ends within a character',
      'people.json',
      ['[', objects, ',', western('{"Name":"Max Groß","Email":"a'), 'é"}]']
    ],
    ['by a value that another one replaces', 'people.json', ['[', objects, ',{"Name":"', tail('ž'), '","Name":"x"}]']]
  ])('%s', async (_, name, content) => {
    const [believed, whole] = await both(name, content);
    expect(believed).toHaveProperty('misread', true);
    expect(whole).not.toHaveProperty('misread');
  });
});

/** The end of one and the beginning of another are often a character of UTF-8. */
const westernCell = fc.constantFrom('a', 'Groß', '€ 5', 'É', '«É', 'ß€', '""', 'Ã', '§');
const westernRows = fc.array(fc.tuple(westernCell, westernCell), { minLength: 1, maxLength: 3 });

test.each([
  ['people.csv', (rows: readonly string[][]) => [lines, western(rows.map((cells) => `${cells.join()}\n`).join(''))]],
  [
    'people.json',
    (rows: readonly string[][]) => {
      const more = rows.map(([Name, Email]) => `,${JSON.stringify({ Name, Email })}`);
      return ['[', objects, western(more.join('')), ']'];
    }
  ]
] as const)('any late cells in Windows-1252 are read as they are when %s is read whole', async (name, content) => {
  await fc.assert(
    fc.asyncProperty(westernRows, async (rows) => {
      const [believed, whole] = await both(name, content(rows));
      if (!('misread' in believed)) expect(believed).toEqual(whole);
    }),
    { numRuns: 40 }
  );
});

test.each([...corpusFiles('csv'), ...corpusFiles('json')].map((file) => [file.name, file] as const))(
  '%s is read as it is when it is read whole',
  async (name, file) => {
    const [believed, whole] = await both(name, [file.read()]);
    if (!('misread' in believed)) expect(believed).toEqual(whole);
  }
);
