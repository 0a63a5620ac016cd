import { describe, expect, test } from 'vitest';
import { Utf8Check } from '#lib/spreadsheet/text/utf-8.ts';

const euro = new TextEncoder().encode('5 €');

/** A check of a file of five bytes that keeps the text of files up to `kept` bytes. */
function checked(kept: number, ...pieces: Uint8Array[]): Utf8Check {
  const check = new Utf8Check(5, kept);
  for (const piece of pieces) check.push(piece);
  return check;
}

describe.each([
  ['kept', 5, ['5 ', '€']],
  ['too large to keep', 4, undefined]
])('a text %s', (_, kept, text) => {
  test('is UTF-8, also where a piece ends in a character', () => {
    const check = checked(kept, euro.subarray(0, 3), euro.subarray(3));
    expect(check.broken).toBe(false);
    expect(check.finish()).toEqual(text);
  });

  test('is none with a byte that no character begins with', () => {
    const check = checked(kept, Uint8Array.of(0x41, 0xff), euro);
    expect(check.broken).toBe(true);
    expect(check.finish()).toBeUndefined();
  });
});

test('a character cut off by the end of the file is shown as such', () => {
  expect(checked(5, euro.subarray(0, 4)).finish()).toEqual(['5 ', '\ufffd']);
});
