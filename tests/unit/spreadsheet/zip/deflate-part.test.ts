import { crc32 as zlibCrc32, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PartDeflater } from '#lib/spreadsheet/zip/deflate-part.ts';
import { deflate } from '#lib/spreadsheet/zip/deflate.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const text = Array.from({ length: 120_000 }, (_, row) => `<row r="${row}"><c><v>${row * 7919}</v></c></row>`).join('');
const bytes = new TextEncoder().encode(text);

test('a part of which some stretches are deflated elsewhere is the same, whichever is there first', async () => {
  const waiting: (() => void)[] = [];
  let asked = 0;
  const deflater = new PartDeflater((stretch) => {
    if (++asked % 3 === 0) return undefined;
    const own = stretch.slice();
    return new Promise<Bytes>((resolve) => waiting.push(() => resolve(deflate(own, false))));
  });
  for (let at = 0; at < bytes.length; at += 10_000) deflater.write(bytes.subarray(at, at + 10_000));
  const closed = deflater.closed();
  expect(waiting.length).toBeGreaterThan(2);
  for (const resolve of waiting.toReversed()) resolve();
  const part = await closed;
  expect(inflateRawSync(new Uint8Array(await part.data.arrayBuffer())).equals(bytes)).toBe(true);
  expect(part).toMatchObject({ method: 8, size: bytes.length, crc32: zlibCrc32(bytes) });
});
