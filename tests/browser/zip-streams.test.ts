/** What Chromium's own inflate makes of parts that are not what their directory says: Node's is another one. */
import { describe, expect, test } from 'vitest';
import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { orFailure } from '#lib/spreadsheet/refusal.ts';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { readDirectory, type ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { entryBytes, entryStream } from '#lib/spreadsheet/zip/entry-data.ts';
import { deflated } from '#lib/spreadsheet/zip/deflate-part.ts';
import { PackageWriter } from '#lib/spreadsheet/zip/package-writer.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const MiB = 1024 * 1024;
const text = Array.from({ length: 20_000 }, (_, row) => `<row r="${row}"><c><v>${row * 7919}</v></c></row>`).join('');

interface Lies {
  /** In place of what deflate made. */
  readonly packed?: (packed: Bytes) => Bytes;
  readonly crc32?: number;
  readonly size?: number;
}

/** A zip with one part, written by our own writer, which believes what it is told. */
async function zipWith(content: string | Blob, lies: Lies = {}): Promise<{ file: Blob; entry: ZipEntry }> {
  const part = typeof content === 'string' ? deflated(content) : await deflatedBlob(content);
  const packed = new Uint8Array(await part.data.arrayBuffer());
  const writer = new PackageWriter();
  writer.add('part.xml', {
    method: 8,
    data: new Blob([lies.packed?.(packed) ?? packed]),
    crc32: lies.crc32 ?? part.crc32,
    size: lies.size ?? part.size
  });
  const file = writer.finish('');
  const directory = await readDirectory(file);
  const entry = isFileFailure(directory) ? undefined : directory.entries[0];
  if (entry === undefined) throw new Error(JSON.stringify(directory));
  return { file, entry };
}

/** For parts that are too large to be a string. The checksum is not asked for where these are used. */
async function deflatedBlob(content: Blob): Promise<{ data: Blob; crc32: number; size: number }> {
  const stream = content.stream().pipeThrough(new CompressionStream('deflate-raw'));
  return { data: await new Response(stream).blob(), crc32: 0, size: content.size };
}

async function outcome({ file, entry }: { file: Blob; entry: ZipEntry }): Promise<unknown> {
  return orFailure(async () => ({ text: new TextDecoder().decode(await entryBytes(file, entry)) }));
}

const junk = (length: number): Bytes => Uint8Array.from({ length }, (_, at) => (at * 167 + 29) % 256);
const followedByJunk = (packed: Bytes): Bytes => {
  const longer = junk(packed.length + 40);
  longer.set(packed);
  return longer;
};
const damage = (detail: string): object => ({ code: 'damaged', detail, part: 'part.xml' });

describe('a part in the browser', () => {
  test('is inflated', async () => {
    expect(await outcome(await zipWith(text))).toEqual({ text });
  });

  test('of no bytes at all is empty, though it should have an end mark', async () => {
    expect(await outcome(await zipWith('', { packed: () => new Uint8Array(0) }))).toEqual({ text: '' });
  });

  test.each<[string, Lies, object]>([
    ['cut off', { packed: (packed) => packed.slice(0, packed.length / 2) }, damage('compression')],
    ['cut off in its first bytes', { packed: (packed) => packed.slice(0, 3) }, damage('compression')],
    ['without any bytes but a size', { packed: () => new Uint8Array(0) }, damage('compression')],
    ['junk', { packed: (packed) => junk(packed.length) }, damage('compression')],
    ['all ones', { packed: (packed) => packed.map(() => 0xff) }, damage('compression')],
    [
      'corrupt in its middle',
      { packed: (packed) => packed.map((byte, at) => (at > 5000 && at < 5100 ? 0 : byte)) },
      { code: 'damaged' }
    ],
    ['followed by junk', { packed: followedByJunk }, damage('compression')],
    ['of another checksum', { crc32: 1 }, damage('checksum')],
    ['smaller than declared', { size: text.length + 1 }, damage('compression')],
    ['larger than declared', { size: text.length - 1 }, damage('compression')],
    ['said to be empty', { size: 0 }, damage('compression')],
    ['said to be gigabytes', { size: 0xfffffffe }, { code: 'too-large', limit: 'unpacked-bytes' }]
  ])('is refused when it is %s', async (_, lies, failure) => {
    expect(await outcome(await zipWith(text, lies))).toMatchObject(failure);
  });

  test('that is a bomb is refused by what it declares, before anything is inflated', async () => {
    const { file, entry } = await zipWith(new Blob(Array<Bytes>(80).fill(new Uint8Array(MiB))));
    expect(await orFailure(() => entryStream(file, entry).getReader().read())).toMatchObject({
      code: 'too-large',
      limit: 'unpacked-bytes'
    });
  });

  test('that is a bomb and declares little ends with the first piece too many', async () => {
    const { file, entry } = await zipWith(new Blob(Array<Bytes>(80).fill(new Uint8Array(MiB))), { size: MiB });
    let inflated = 0;
    const failure = await orFailure(async () => {
      const reader = entryStream(file, entry).getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) inflated += read.value.length;
    });
    expect(failure).toEqual(damage('compression'));
    expect(inflated).toBeLessThanOrEqual(MiB);
  });

  test('is let go of when its reader has had enough', async () => {
    const { file, entry } = await zipWith(text);
    const reader = entryStream(file, entry).getReader();
    await reader.read();
    await reader.cancel();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  test('stops with the reason when it is aborted', async () => {
    const { file, entry } = await zipWith(text);
    const abort = new AbortController();
    const reader = entryStream(file, entry, spreadsheetLimits, abort.signal).getReader();
    await reader.read();
    abort.abort(new Error('enough'));
    await expect(reader.read()).rejects.toThrow('enough');
  });
});
