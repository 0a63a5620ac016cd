import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextPacker } from '#lib/spreadsheet/xlsx/text-packer.ts';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('abc_ é\u0100李😀')), maxLength: 30 }),
  fc.constantFrom('', 'Łucja', 'x'.repeat(4096), 'x'.repeat(4097), '李'.repeat(2000))
);

/** Puts the texts into a packer, those that are `copied` as bytes in front of a tag. */
function packed(texts: readonly { text: string; copied: boolean }[]): TextPacker {
  const packer = new TextPacker();
  for (const { text, copied } of texts) {
    const bytes = new TextEncoder().encode(`${text}<\0`);
    if (!copied) packer.add(text);
    else if (packer.copy(bytes, 0) === bytes.length - 2) packer.keep();
    else packer.add(text);
  }
  return packer;
}

test('packed texts are given back as they were, whatever their script and length', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ text, copied: fc.boolean() })), (texts) => {
      const packer = packed(texts);
      const pack = packer.packed();
      expect(texts.map((_, place) => pack.at(place))).toEqual(texts.map(({ text }) => text));
      expect(texts.map((_, place) => pack.lengthOf(place))).toEqual(texts.map(({ text }) => text.length));
      expect(packer.length).toBe(texts.reduce((sum, { text }) => sum + text.length, 0));
      expect([pack.at(texts.length), pack.lengthOf(texts.length)]).toEqual(['', 0]);
    })
  );
});

test('what was packed stays when the packer begins again', () => {
  const packer = packed([
    { text: 'Ann', copied: true },
    { text: 'x'.repeat(5000), copied: false }
  ]);
  const pack = packer.packed();
  packer.clear();
  packer.add('Bob');
  packer.add('y'.repeat(5000));
  expect([pack.at(0), pack.at(1)]).toEqual(['Ann', 'x'.repeat(5000)]);
});

test.each([
  ['a tag', 'ab<c', 2],
  ['a reference', 'ab&amp;', 2],
  ['a line end to be made another', 'a\r\n<', 1],
  ['what may be an escape', 'a_b_x0041_<', 3],
  ['the end of the bytes', 'abc', 3]
])('copying ends at %s', (_, written, end) => {
  expect(new TextPacker().copy(new TextEncoder().encode(`${written}\0`), 0)).toBe(end);
});

test('bytes that are no UTF-8 are found out', () => {
  const packer = new TextPacker();
  packer.copy(Uint8Array.of(0x61, 0xff, 0x3c), 0);
  packer.keep();
  expect(() => packer.packed()).toThrow(TypeError);
});

test('a character that ends in another text is none', () => {
  const packer = new TextPacker();
  const bytes = Uint8Array.of(0x61, 0xc3, 0x3c, 0xa9, 0x62, 0x3c, 0);
  packer.copy(bytes, 0);
  packer.keep();
  expect(packer.copy(bytes, 3)).toBe(3);
  expect(() => packer.packed()).toThrow(TypeError);
});
