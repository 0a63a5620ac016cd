import { describe, expect, test } from 'vitest';
import { utf8Pieces } from '#lib/spreadsheet/text/utf-8-pieces.ts';

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

test('a character cut off by the end of the file is shown as such', async () => {
  const cut = new TextEncoder().encode('5 €').subarray(0, 4);
  for await (const { bytes } of utf8Pieces(new Blob([cut]))) expect(new TextDecoder().decode(bytes)).toBe('5 \ufffd');
});
