import { describe, expect, test } from 'vitest';
import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { readDirectory, type ZipDirectory } from '#lib/spreadsheet/zip/directory.ts';
import { buildZip } from '../../../fixtures/zip-builder.ts';

async function directoryOf(file: Blob): Promise<ZipDirectory> {
  const directory = await readDirectory(file);
  if (isFileFailure(directory)) throw new Error(JSON.stringify(directory));
  return directory;
}

const two = [
  { name: 'one.xml', data: '<one/>' },
  { name: 'two.xml', data: 'two '.repeat(100) }
];

describe('entries', () => {
  test.each([
    ['plain', buildZip(two)],
    ['with a comment', buildZip(two, { comment: 'made by PK\x05\x06 somebody' })],
    ['with bytes in front of the archive', buildZip(two, { leading: new Uint8Array(99) })],
    [
      'with zip64 records',
      buildZip(
        two.map((part) => ({ ...part, zip64: true })),
        { zip64: true }
      )
    ],
    ['with zip64 records behind other bytes', buildZip(two, { zip64: true, leading: new Uint8Array(7) })],
    ['with sizes behind the data', buildZip(two.map((part) => ({ ...part, dataDescriptor: true })))]
  ])('are listed with their true sizes: %s', async (_, file) => {
    const { entries } = await directoryOf(file);
    expect(entries.map(({ name, uncompressedSize }) => [name, uncompressedSize])).toEqual([
      ['one.xml', 6],
      ['two.xml', 400]
    ]);
    expect(entries.every(({ record }) => record[0] === 0x50 && record[1] === 0x4b)).toBe(true);
  });

  test('are found in any case, with backslashes and with a leading slash', async () => {
    const directory = await directoryOf(buildZip([{ name: 'XL\\WorkBook.xml', data: '' }]));
    expect(directory.find('xl/workbook.xml')?.name).toBe('XL\\WorkBook.xml');
    expect(directory.find('/xl/workbook.xml')).toBe(directory.entries[0]);
    expect(directory.find('xl/other.xml')).toBeUndefined();
  });

  test('of two that differ in case the one with the very name is found', async () => {
    const directory = await directoryOf(
      buildZip([
        { name: 'A.xml', data: 'upper' },
        { name: 'a.xml', data: 'lower!' }
      ])
    );
    expect(directory.find('a.xml')?.uncompressedSize).toBe(6);
    expect(directory.find('A.xml')?.uncompressedSize).toBe(5);
  });

  test('with path tricks are only names', async () => {
    const directory = await directoryOf(buildZip([{ name: '../../etc/passwd', data: 'x' }]));
    expect(directory.find('etc/passwd')).toBeUndefined();
    expect(directory.find('../../etc/passwd')).toBeDefined();
  });
});

describe('refusals', () => {
  test.each([
    ['nothing', new Blob([]), { code: 'empty-file' }],
    ['text', new Blob(['Name,Email,Password\n']), { code: 'damaged', detail: 'cut-off' }],
    ['a password on a part', buildZip([{ name: 'a', data: 'x', claim: { flags: 1 } }]), { code: 'encrypted' }],
    [
      'a claimed count without records',
      buildZip(two, { claimCount: 60_000 }),
      { code: 'damaged', detail: 'directory' }
    ],
    [
      'parts that share their bytes',
      buildZip([...two, { name: 'three.xml', data: '<one/>', claim: { offset: 0 } }]),
      { code: 'damaged', detail: 'overlap' }
    ],
    [
      'a part that reaches into the directory',
      buildZip([{ name: 'a', data: 'x', claim: { compressedSize: 10_000 } }]),
      { code: 'damaged', detail: 'directory' }
    ]
  ])('%s', async (_, file, failure) => {
    expect(await readDirectory(file)).toMatchObject(failure);
  });

  test('more parts or bytes than allowed', async () => {
    const file = buildZip(two);
    expect(await readDirectory(file, { ...spreadsheetLimits, parts: 1 })).toEqual({
      code: 'too-large',
      limit: 'parts',
      allowed: 1
    });
    expect(await readDirectory(file, { ...spreadsheetLimits, fileBytes: 9 })).toEqual({
      code: 'too-large',
      limit: 'file-bytes',
      allowed: 9
    });
  });

  test('a file cut off anywhere', async () => {
    const file = buildZip(two);
    for (let size = 1; size < file.size; size++) {
      expect(await readDirectory(file.slice(0, size)), `${size} bytes`).toMatchObject({ code: 'damaged' });
    }
  });
});
