import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '#lib/spreadsheet/zip/crc32.ts';

test('the checksum is that of zlib, in one piece and in several', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 40 }), (first, second) => {
      expect(crc32(first)).toBe(nodeCrc32(first));
      expect(crc32(second, crc32(first))).toBe(nodeCrc32(Buffer.concat([first, second])));
    })
  );
});
