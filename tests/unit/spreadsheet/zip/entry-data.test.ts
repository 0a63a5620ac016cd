import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { orFailure } from '#lib/spreadsheet/refusal.ts';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { readDirectory, type ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { entryBytes, entryStream, rawEntryBlob } from '#lib/spreadsheet/zip/entry-data.ts';
import { buildZip, type ZipPart } from '../../../fixtures/zip-builder.ts';

const MiB = 1024 * 1024;

async function onlyEntry(part: Partial<ZipPart>): Promise<{ file: Blob; entry: ZipEntry }> {
  const file = buildZip([{ name: 'part.xml', data: 'text '.repeat(50), ...part }]);
  const directory = await readDirectory(file);
  const entry = isFileFailure(directory) ? undefined : directory.entries[0];
  if (entry === undefined) throw new Error(JSON.stringify(directory));
  return { file, entry };
}

async function contentOf(part: Partial<ZipPart>, limits = spreadsheetLimits): Promise<unknown> {
  const { file, entry } = await onlyEntry(part);
  return orFailure(async () => ({ text: new TextDecoder().decode(await entryBytes(file, entry, limits)) }));
}

test.each<[string, Partial<ZipPart>, string]>([
  ['deflated', { data: 'abc' }, 'abc'],
  ['stored', { data: 'abc', stored: true }, 'abc'],
  ['sizes behind the data', { data: 'abc', dataDescriptor: true }, 'abc'],
  ['zip64 sizes', { data: 'abc', zip64: true }, 'abc'],
  ['empty and stored', { data: '', stored: true }, ''],
  ['empty and deflated', { data: '' }, ''],
  ['empty, deflated and without any bytes', { data: '', raw: new Uint8Array(0) }, '']
])('reads a part: %s', async (_, part, text) => {
  expect(await contentOf(part)).toEqual({ text });
});

test.each<[string, Partial<ZipPart>, object]>([
  ['wrong checksum', { claim: { crc32: 1 } }, { code: 'damaged', detail: 'checksum', part: 'part.xml' }],
  ['wrong checksum of a stored part', { stored: true, claim: { crc32: 1 } }, { code: 'damaged', detail: 'checksum' }],
  ['more comes out than declared', { claim: { uncompressedSize: 10 } }, { code: 'damaged', detail: 'compression' }],
  ['less comes out than declared', { claim: { uncompressedSize: 1000 } }, { code: 'damaged', detail: 'compression' }],
  ['no deflate at all', { raw: new Uint8Array(20).fill(255) }, { code: 'damaged', detail: 'compression' }],
  [
    'deflate cut off',
    { raw: deflateRawSync('text '.repeat(50)).subarray(0, 6) },
    { code: 'damaged', detail: 'compression' }
  ],
  ['bytes for a part that has none', { data: 'x', raw: new Uint8Array(0) }, { code: 'damaged', detail: 'compression' }],
  ['another method', { claim: { method: 9 } }, { code: 'damaged', detail: 'compression' }],
  [
    'stored with two sizes',
    { stored: true, claim: { uncompressedSize: 9 } },
    { code: 'damaged', detail: 'compression' }
  ],
  ['a claim of gigabytes', { claim: { uncompressedSize: 0xfffffffe } }, { code: 'too-large', limit: 'unpacked-bytes' }]
])('refuses: %s', async (_, part, failure) => {
  expect(await contentOf(part)).toMatchObject(failure);
});

test('a bomb is refused by what it declares before anything is inflated', async () => {
  const { file, entry } = await onlyEntry({ data: new Uint8Array(80 * MiB) });
  const first = orFailure(() => entryStream(file, entry).getReader().read());
  expect(await first).toMatchObject({ code: 'too-large', limit: 'unpacked-bytes' });
});

test('a bomb that declares little is refused at the first piece too many', async () => {
  const { file, entry } = await onlyEntry({ data: new Uint8Array(80 * MiB), claim: { uncompressedSize: 100 } });
  const reader = entryStream(file, entry).getReader();
  expect(await orFailure(() => reader.read())).toMatchObject({ code: 'damaged', detail: 'compression' });
});

test('a part that packs 200:1 is read: real lists of many equal rows do', async () => {
  const text = '<row><c t="s"><v>1</v></c></row>'.repeat(10_000);
  expect(await contentOf({ data: text })).toEqual({ text });
});

test('the raw bytes are those of the file', async () => {
  const { file, entry } = await onlyEntry({ data: 'abc'.repeat(99) });
  const raw = new Uint8Array(await (await rawEntryBlob(file, entry)).arrayBuffer());
  expect(raw).toEqual(new Uint8Array(deflateRawSync('abc'.repeat(99))));
});

test('an aborted read rejects with the reason', async () => {
  const { file, entry } = await onlyEntry({ data: new Uint8Array(5 * MiB).map((_, index) => index % 251) });
  const abort = new AbortController();
  const reader = entryStream(file, entry, spreadsheetLimits, abort.signal).getReader();
  await reader.read();
  abort.abort(new Error('enough'));
  await expect(reader.read()).rejects.toThrow('enough');
});
