import { describe, expect, it } from 'vitest';
import * as SheetJS from 'xlsx';
import { openSpreadsheet } from '#lib/spreadsheet/open-spreadsheet.ts';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { corpusFiles } from './text/corpus.ts';
import { tryReadRows } from './text/read-rows.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0));

const lockFile = (user: string): Uint8Array<ArrayBuffer> => {
  const content = new Uint8Array(165).fill(0x20);
  content.set(bytes(String.fromCharCode(user.length) + user));
  return content;
};

describe('a file that is no list is refused for what it is', () => {
  it.each([
    ['people.xlsx', '', { code: 'empty-file' }],
    ['people.xlsx', 'Name,Email\nAnn,a@x.org\n', { code: 'unknown-format', looksLike: 'text' }],
    ['people.xls', '<html><table><tr><td>Name</td></tr></table></html>', { code: 'unknown-format', looksLike: 'text' }],
    ['people.csv', '<?xml version="1.0"?><a/>', { code: 'unknown-format', looksLike: 'text' }],
    ['~$people.xlsx', lockFile('Ann Smith'), { code: 'unknown-format', looksLike: 'lock-file' }],
    ['people.xlsx', lockFile('Ann Smith'), { code: 'unknown-format', looksLike: 'lock-file' }],
    ['people.xlsx', bytes('%PDF-1.7\n%\xe2\xe3'), { code: 'unknown-format', looksLike: 'pdf' }],
    ['people.csv', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), { code: 'unknown-format', looksLike: 'image' }],
    ['people.xlsx', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), { code: 'unknown-format', looksLike: 'image' }],
    ['people.csv', bytes('\x1f\x8b\x08\0\0\0\0\0'), { code: 'unknown-format', looksLike: 'binary' }],
    ['people.xlsx', bytes('PK\x05\x06' + '\0'.repeat(18)), { code: 'unknown-format', looksLike: 'zip' }],
    ['people.xlsx', bytes('PK\x03\x04\x14\0\0\0'), { code: 'damaged', detail: 'cut-off' }],
    ['people.xls', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), { code: 'damaged', detail: 'cut-off' }]
  ])('%s', async (name, content, failure) => {
    expect(await tryReadRows(name, content)).toEqual(failure);
  });

  it('also when it is larger than can be handled', async () => {
    const large = { size: 1024 ** 3 } as Blob;
    const failure = { code: 'too-large', limit: 'file-bytes', allowed: 512 * 1024 * 1024 };
    expect(await openSpreadsheet({ name: 'x.csv', bytes: large })).toEqual(failure);
  });

  it('and random bytes are no text', async () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256);
    expect(await tryReadRows('x.csv', noise)).toEqual({ code: 'unknown-format', looksLike: 'binary' });
  });
});

it('a workbook that SheetJS wrote is no binary one, although it declares the type of binary parts', async () => {
  const book = SheetJS.utils.book_new(SheetJS.utils.aoa_to_sheet([['Name'], ['Ann']]));
  const content = SheetJS.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer;
  expect(await tryReadRows('people.xlsx', content)).toMatchObject({
    opened: { format: 'xlsx' },
    cells: [['Name'], ['Ann']]
  });
});

const hostile = corpusFiles('hostile');

describe.runIf(hostile.length > 0)('a hostile file of the corpus', () => {
  it.each(hostile)(
    '$name ends in rows or a failure',
    async (file) => {
      const name = file.name.replace(/\.zip$/, '.xlsx');
      const read = await tryReadRows(name, file.read());
      expect(isFileFailure(read) || read.rows.length > 0).toBe(true);
    },
    5000
  );

  it.each([
    ['ClosedXML__~$LoadPivotTables.xlsx', { code: 'unknown-format', looksLike: 'lock-file' }],
    ['ExcelDataReader__agile_AES256_SHA512_CBC_pwd_password.xlsx', { code: 'encrypted' }],
    ['poi__protect.xlsx', { code: 'encrypted' }],
    ['poi__60320-protected.xlsx', { code: 'encrypted' }],
    ['calamine__pass_protected.xlsb', { code: 'encrypted' }],
    ['calamine__pass_protected.ods', { code: 'encrypted' }],
    ['openpyxl__null_file.xlsx', { code: 'empty-file' }],
    ['openspout__non_zip.ods', { code: 'unknown-format', looksLike: 'text' }],
    ['openspout__attack_billion_laughs.ods', { code: 'damaged', detail: 'entities', part: 'content.xml' }],
    ['openspout__attack_quadratic_blowup.ods', { code: 'damaged', detail: 'entities', part: 'content.xml' }]
  ])('%s is refused for what it is', async (name, failure) => {
    const file = hostile.find((candidate) => candidate.name === name);
    expect(await tryReadRows(name, file?.read() ?? 'missing')).toEqual(failure);
  });
});
