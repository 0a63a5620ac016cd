import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedTexts } from '#lib/import/1-read/packed-texts.ts';

test('packed texts are given back as they were, whatever their script', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('', 'Łucja', '李雷', '\uD83D'));
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const packed = new PackedTexts(texts);
      expect(texts.map((_, place) => packed.at(place))).toEqual(texts);
      expect(packed.at(texts.length)).toBe('');
    })
  );
});
