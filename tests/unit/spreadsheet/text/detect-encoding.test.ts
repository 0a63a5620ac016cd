import { describe, expect, it } from 'vitest';
import type { TextEncodingName } from '#lib/spreadsheet/spreadsheet.ts';
import { detectEncoding } from '#lib/spreadsheet/text/detect-encoding.ts';
import { encodeText, markOf } from '#lib/spreadsheet/text/encode.ts';
import { Refusal } from '#lib/spreadsheet/refusal.ts';
import { peopleBy } from './encodings.ts';

function bytes(text: string, encoding: TextEncodingName): Uint8Array<ArrayBuffer> {
  const encoded = encodeText(text, encoding);
  if (encoded === undefined) throw new Error(`not in ${encoding}: ${text}`);
  return encoded;
}

const list = (names: readonly string[]): string =>
  ['Name,Email', ...names.map((name, at) => `${name},person${at}@example.org`)].join('\r\n');

async function refusedWith(content: BlobPart): Promise<unknown> {
  return detectEncoding(new Blob([content])).then(
    (found) => found,
    (error: unknown) => (error instanceof Refusal ? error.failure : error)
  );
}

describe('the encoding of a list', () => {
  for (const [encoding, names] of Object.entries(peopleBy) as [TextEncodingName, readonly string[]][]) {
    it(`is found to be ${encoding} without a byte order mark`, async () => {
      const found = await detectEncoding(new Blob([bytes(list(names), encoding)]));
      expect(found).toMatchObject({ encoding, byteOrderMark: false });
    });
  }

  for (const encoding of ['windows-1252', 'windows-1250'] as const) {
    for (const name of peopleBy[encoding]) {
      it(`is found to be ${encoding} by ${name} alone`, async () => {
        const found = await detectEncoding(new Blob([bytes(list([name]), encoding)]));
        expect(found.encoding).toBe(encoding);
      });
    }
  }

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('is what the byte order mark says: %s', async (encoding) => {
    const found = await detectEncoding(new Blob([markOf(encoding), bytes(list(['山田']), encoding)]));
    expect(found).toMatchObject({ encoding, byteOrderMark: true });
  });

  it('is told by a name in the last row, a megabyte after the first', async () => {
    const plain = 'Ann Smith,ann@example.org\r\n'.repeat(40_000);
    expect((await detectEncoding(new Blob([plain, 'Zoë,z@example.org']))).encoding).toBe('utf-8');
    const polish = bytes('Łukasz Wiśniewski,l@example.org', 'windows-1250');
    expect((await detectEncoding(new Blob([plain, polish]))).encoding).toBe('windows-1250');
    const japanese = bytes('山田太郎,y@example.org', 'shift_jis');
    expect((await detectEncoding(new Blob([plain, japanese]))).encoding).toBe('shift_jis');
  });

  it('stays UTF-8 when the file is cut in the middle of a character, or has one bad byte among many good', async () => {
    const cut = bytes(list(['Zoë', 'Brontë', '山']), 'utf-8');
    expect((await detectEncoding(new Blob([cut.slice(0, 17)]))).encoding).toBe('utf-8');
    const names = bytes('é'.repeat(20), 'utf-8');
    expect((await detectEncoding(new Blob([names, Uint8Array.of(0xff), names]))).encoding).toBe('utf-8');
  });

  it('is Windows-1252 with typographic quotes, which are valid Shift-JIS too', async () => {
    const text = bytes('Name,Note\r\nAnn,it’s “hers”\r\nBob,Bob’s\r\n', 'windows-1252');
    expect((await detectEncoding(new Blob([text]))).encoding).toBe('windows-1252');
  });

  it('is UTF-8 in spite of a NUL here and there', async () => {
    expect((await detectEncoding(new Blob(['a,b,c\n\0,2,3\n']))).encoding).toBe('utf-8');
  });
});

describe('an encoding that is not offered is named', () => {
  it.each([
    ['utf-32le', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]],
    ['utf-32be', [0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]],
    ['utf-32le', [0x61, 0, 0, 0, 0x2c, 0, 0, 0, 0x62, 0, 0, 0]],
    ['gb2312', [0xd6, 0xd0, 0xce, 0xc4, 0xb2, 0xe2, 0xca, 0xd4, 0x2c, 0x31]],
    ['windows-1251', [0xce, 0xeb, 0xfc, 0xe3, 0xe0, 0x2c, 0xc8, 0xe2, 0xe0, 0xed, 0xee, 0xe2, 0xe0]]
  ])('%s', async (encoding, content) => {
    expect(await refusedWith(Uint8Array.from(content))).toEqual({ code: 'unsupported-encoding', encoding });
  });
});
