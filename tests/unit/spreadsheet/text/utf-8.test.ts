import { describe, expect, test } from 'vitest';
import { Utf8Check } from '#lib/spreadsheet/text/utf-8.ts';
import { utf8Pieces } from '#lib/spreadsheet/text/utf-8-pieces.ts';

const euro = new TextEncoder().encode('5 €');

/** A check of a file of five bytes that keeps the text of files up to `kept` bytes. */
function checked(kept: number, ...pieces: Uint8Array<ArrayBuffer>[]): Utf8Check {
  const check = new Utf8Check(5, kept);
  pieces.forEach((piece, at) => check.push(piece, at === pieces.length - 1));
  return check;
}

describe.each([
  ['kept', 5, ['5 ', '€']],
  ['too large to keep', 4, undefined]
])('a text %s', (_, kept, texts) => {
  test('is UTF-8', () => {
    const check = checked(kept, euro.subarray(0, 2), euro.subarray(2));
    expect(check.broken).toBe(false);
    expect(check.finish()?.map(({ text }) => text)).toEqual(texts);
  });

  test('is none with a byte that no character begins with', () => {
    const check = checked(kept, Uint8Array.of(0x41, 0xff), euro);
    expect(check.broken).toBe(true);
    expect(check.finish()).toBeUndefined();
  });
});

test('a character cut off by the end of the file is shown as such', () => {
  expect(checked(5, euro.subarray(0, 4)).finish()).toEqual([{ text: '5 \ufffd' }]);
});

describe('the pieces of a UTF-8 file', () => {
  const piecesOf = async (content: string): Promise<string[]> => {
    const pieces: string[] = [];
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    for await (const { bytes } of utf8Pieces(new Blob([content]))) pieces.push(decoder.decode(bytes));
    return pieces;
  };

  test.each([
    ['lines', 'Zoë;山田\r\n', /\n$/],
    ['objects of a JSON list', '{"Name":"Zoë","Note":"a\\nb"},', /\}$/],
    ['characters, where it has neither', '山田é😀', /[山田é😀]$/u]
  ])('end where %s do, and are all of it', async (_, line, end) => {
    const content = line.repeat(100_000);
    const pieces = await piecesOf(`\ufeff${content}`);
    expect(pieces.join('')).toBe(content);
    expect(pieces.length).toBeGreaterThan(2);
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(end);
  });
});
