import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deflate } from '#lib/spreadsheet/zip/deflate.ts';
import { PartDeflater } from '#lib/spreadsheet/zip/deflate-part.ts';
import { huffmanCode } from '#lib/spreadsheet/zip/huffman-code.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const inflated = (...stretches: Bytes[]): Buffer => inflateRawSync(Buffer.concat(stretches));
const rows = (count: number): Bytes =>
  new TextEncoder().encode(
    Array.from({ length: count }, (_, row) => `<row r="${row}"><c t="s"><v>${(row * 7919) % 1000}</v></c></row>`).join(
      ''
    )
  );
const noise = (length: number): Bytes => {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = Math.imul(state, 48_271)) >>> 16);
};

/** Texts that repeat themselves near and far, among others that do not. */
const bytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .tuple(fc.uint8Array({ minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 400 }))
        .map(([piece, times]) =>
          Uint8Array.from({ length: piece.length * times }, (_, at) => piece[at % piece.length] ?? 0)
        )
    ),
    { maxLength: 12 }
  )
  .map((pieces) => new Uint8Array(Buffer.concat(pieces)));

describe('what is deflated', () => {
  test('inflates to the same bytes, one stretch after the other', () => {
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        expect(inflated(deflate(first, false), deflate(second, true))).toEqual(Buffer.concat([first, second]));
      })
    );
  });

  test.each([
    ['nothing', new Uint8Array(0)],
    ['rows of more than one block', rows(100_000)],
    ['one byte for ever', new Uint8Array(300_000)],
    ['noise', noise(200_000)],
    ['a text that comes again at the farthest reach', new Uint8Array([...noise(32_768), ...noise(32_768)])],
    ['a text that comes again beyond it', new Uint8Array([...noise(32_769), ...noise(32_769)])]
  ])('inflates to the same bytes: %s', (_, content) => {
    expect(inflated(deflate(content, true)).equals(content)).toBe(true);
  });

  test('is small where rows are alike, and never much larger than it was', () => {
    expect(deflate(rows(50_000), true).length).toBeLessThan(rows(50_000).length / 8);
    expect(deflate(noise(200_000), true).length).toBeLessThan(201_000);
  });

  test('is one part, whatever the pieces it is written in', async () => {
    const content = rows(60_000);
    const deflater = new PartDeflater();
    for (let at = 0; at < content.length; at += 300_007) deflater.write(content.subarray(at, at + 300_007));
    const part = deflater.close();
    expect(part.size).toBe(content.length);
    expect(inflated(new Uint8Array(await part.data.arrayBuffer())).equals(content)).toBe(true);
  });
});

describe('a code', () => {
  const weights = fc.array(fc.oneof(fc.constant(0), fc.nat(50), fc.nat(1_000_000)), { minLength: 2, maxLength: 286 });

  test('has a word for each symbol that occurs, none a beginning of another, none too long', () => {
    fc.assert(
      fc.property(weights, (frequencies) => {
        const { lengths } = huffmanCode(Int32Array.from(frequencies), 11);
        const words = lengths.filter((length) => length > 0);
        frequencies.forEach((frequency, symbol) => expect(frequency === 0 || (lengths[symbol] ?? 0) > 0).toBe(true));
        expect(words.reduce((room, length) => room + 2 ** -length, 0)).toBe(1);
        expect(Math.max(...words)).toBeLessThanOrEqual(11);
      })
    );
  });

  test('keeps to its longest word where the weights would have a longer one', () => {
    const fibonacci = [1, 1];
    while (fibonacci.length < 30) fibonacci.push((fibonacci.at(-1) ?? 0) + (fibonacci.at(-2) ?? 0));
    const { lengths } = huffmanCode(Int32Array.from(fibonacci), 15);
    expect(Math.max(...lengths)).toBe(15);
    expect(lengths.reduce((room, length) => room + 2 ** -length, 0)).toBe(1);
  });
});
