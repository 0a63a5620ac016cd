import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfCharacters, joined } from '#lib/spreadsheet/text/bytes.ts';

test('pieces are joined in order, whether they lie side by side or not', () => {
  const cut = fc.tuple(fc.nat(20), fc.nat(20)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 5 }), (cuts) => {
      const whole = Uint8Array.from({ length: 20 }, (_, at) => at);
      const pieces = cuts.map(([from, to]) => whole.subarray(from, to));
      expect([...joined(pieces)]).toEqual(pieces.flatMap((piece) => [...piece]));
    })
  );
  const whole = Uint8Array.of(1, 2, 3, 4);
  const pieces = [whole.subarray(0, 1), whole.subarray(1, 1), whole.subarray(1, 3), whole.subarray(3)];
  expect([...joined(pieces)]).toEqual([1, 2, 3, 4]);
  expect(joined(pieces).buffer).toBe(whole.buffer);
});

test('a text is cut before the character that is not whole, wherever its bytes end', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 8 }), fc.nat(32), (text, cut) => {
      const bytes = new TextEncoder().encode(text).subarray(0, cut);
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      expect(decoder.decode(bytes.subarray(0, endOfCharacters(bytes)))).toBe(decoder.decode(bytes, { stream: true }));
    })
  );
});
