import { afterEach, describe, expect, test, vi } from 'vitest';
import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { orFailure } from '#lib/spreadsheet/refusal.ts';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { readDirectory, type ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { deflate } from '#lib/spreadsheet/zip/deflate.ts';
import { entryStream, type InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import { InflatingClient } from '#lib/worker/inflating-client.ts';
import { inflateFor } from '#lib/worker/inflating-thread.ts';
import { buildZip, type ZipPart } from '../../fixtures/zip-builder.ts';
import { threadBehind, type PlayedThread } from './played-thread.ts';

const text = Array.from({ length: 90_000 }, (_, row) => `<row r="${row}"><c><v>${row * 7919}</v></c></row>`).join('');
const limits = { ...spreadsheetLimits, aheadBytes: 512 * 1024 };

async function partsOf(...parts: Partial<ZipPart>[]): Promise<{ file: Blob; entries: readonly ZipEntry[] }> {
  const file = buildZip(parts.map((part, at) => ({ name: `part${at}.xml`, data: text, ...part })));
  const directory = await readDirectory(file);
  if (isFileFailure(directory)) throw new Error(JSON.stringify(directory));
  return { file, entries: directory.entries };
}

async function onlyPart(part: Partial<ZipPart> = {}): Promise<{ file: Blob; entry: ZipEntry }> {
  const { file, entries } = await partsOf(part);
  const [entry] = entries;
  if (entry === undefined) throw new Error('There should be a part');
  return { file, entry };
}

async function textFrom(inflate: InflateEntry, file: Blob, entry: ZipEntry, signal?: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let read = '';
  const reader = inflate(file, entry, limits, signal).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    read += decoder.decode(next.value, { stream: true });
  }
  return read;
}

const played: PlayedThread[] = [];
afterEach(() => {
  vi.useRealTimers();
  played.splice(0).forEach(({ terminate }) => terminate());
});

/** A client with a thread that does what it should, or as `behave` has it. */
function client(behave: Parameters<typeof threadBehind>[0] = inflateFor) {
  const thread = threadBehind(behave);
  played.push(thread);
  const { inflate, deflate } = new InflatingClient(() => thread.worker);
  return { thread, inflate, deflate };
}

describe('a part that another thread inflates', () => {
  test('is the same, with others at the same time', async () => {
    const { inflate, thread } = client();
    const { file, entries } = await partsOf({}, { data: `${text}!` }, { data: text, stored: true });
    const read = await Promise.all(entries.map((entry) => textFrom(inflate, file, entry)));
    expect(read).toEqual([text, `${text}!`, text]);
    expect(thread.asked('inflate')).toBe(3);
  });

  test('stays in this thread where it is small', async () => {
    const { inflate, thread } = client();
    const { file, entry } = await onlyPart({ data: 'small' });
    expect(await textFrom(inflate, file, entry)).toBe('small');
    expect(thread.asked('inflate')).toBe(0);
  });

  test('is never further ahead than allowed, however long nobody reads on', async () => {
    const { inflate, thread } = client();
    const { file, entry } = await onlyPart({ data: text + text });
    const reader = inflate(file, entry, limits).getReader();
    let most = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      await thread.quiet();
      most = Math.max(most, thread.bytesAhead());
    }
    const largestWindow = 512 * 1024 + 128 * 1024;
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(limits.aheadBytes + largestWindow);
  });

  test('is let go of when its reader has had enough', async () => {
    const { inflate, thread } = client();
    const { file, entry } = await onlyPart();
    const reader = inflate(file, entry, limits).getReader();
    await reader.read();
    await reader.cancel();
    await thread.quiet();
    const told = thread.bytesTold();
    await thread.quiet();
    expect(thread.asked('enough')).toBe(1);
    expect(thread.bytesTold()).toBe(told);
    expect(told).toBeLessThan(text.length);
  });

  test.each<[string, Partial<ZipPart>]>([
    ['a wrong checksum', { claim: { crc32: 1 } }],
    ['less than declared', { claim: { uncompressedSize: 9_000_000 } }],
    ['more than declared', { claim: { uncompressedSize: 1_000_000 } }],
    ['no deflate', { raw: new Uint8Array(9000).fill(255), claim: { uncompressedSize: 1_000_000 } }],
    ['another method', { claim: { method: 9 } }],
    ['gigabytes', { claim: { uncompressedSize: 0xfffffffe } }]
  ])('is refused in the same words: %s', async (_, part) => {
    const { inflate, thread } = client();
    const { file, entry } = await onlyPart(part);
    const refused = await orFailure(() => textFrom(inflate, file, entry));
    expect(refused).toEqual(await orFailure(() => textFrom(entryStream, file, entry)));
    expect(refused).toHaveProperty('code');
    expect(thread.asked('inflate')).toBe(1);
  });

  test('ends with the reason of an abort, though the thread says nothing', async () => {
    const { inflate, thread } = client(() => undefined);
    const { file, entry } = await onlyPart();
    const abort = new AbortController();
    const read = textFrom(inflate, file, entry, abort.signal);
    await thread.quiet();
    abort.abort(new Error('enough'));
    await expect(read).rejects.toThrow('enough');
    await thread.quiet();
    expect(thread.asked('enough')).toBe(1);
  });
});

describe('a stretch that the thread deflates', () => {
  const stretch = new TextEncoder().encode(text.slice(0, 100_000));

  test('is what it would be here, and two at a time are enough', async () => {
    const { deflate: deflateThere } = client();
    const first = deflateThere(stretch);
    const second = deflateThere(stretch);
    expect(deflateThere(stretch)).toBeUndefined();
    const here = deflate(stretch, false);
    expect(await first).toEqual(here);
    expect(await second).toEqual(here);
    expect(await deflateThere(stretch)).toEqual(here);
  });

  test('is deflated here where the thread is lost', async () => {
    const { deflate: deflateThere, thread } = client(() => undefined);
    const asked = deflateThere(stretch);
    thread.die();
    expect(await asked).toEqual(deflate(stretch, false));
    expect(deflateThere(stretch)).toBeUndefined();
  });
});

describe('a thread that is lost', () => {
  test('is not missed: this one goes on from the same byte', async () => {
    const { inflate, thread } = client();
    const { file, entry } = await onlyPart();
    const reader = inflate(file, entry, limits).getReader();
    const first = await reader.read();
    thread.die();
    const decoder = new TextDecoder();
    let read = decoder.decode(first.value, { stream: true });
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      read += decoder.decode(next.value, { stream: true });
    }
    expect(read).toBe(text);
    expect(thread.isTerminated()).toBe(true);
    expect(await textFrom(inflate, file, entry)).toBe(text);
    expect(thread.asked('inflate')).toBe(1);
  });

  test('is not asked and not waited for by whoever begins to read only then', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { inflate, thread } = client();
    const { file, entry } = await onlyPart();
    const reading: InflateEntry = (...given) => {
      const stream = inflate(...given);
      thread.die();
      return stream;
    };
    expect(await textFrom(reading, file, entry)).toBe(text);
    expect(thread.asked('inflate')).toBe(0);
  });

  test('counts as such when it says nothing for four seconds', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { inflate, thread } = client(() => undefined);
    const { file, entry } = await onlyPart();
    const read = textFrom(inflate, file, entry);
    await thread.quiet();
    vi.advanceTimersByTime(4000);
    expect(await read).toBe(text);
    expect(thread.isTerminated()).toBe(true);
  });

  test('counts as such when it says what nobody understands', async () => {
    const { inflate } = client((port) =>
      port.addEventListener('message', () => port.postMessage({ kind: 'window', id: 1, pieces: 'text' }))
    );
    const { file, entry } = await onlyPart();
    expect(await textFrom(inflate, file, entry)).toBe(text);
  });

  test('may never have been: old browsers have no worker in a worker', async () => {
    const { inflate } = new InflatingClient(() => {
      throw new ReferenceError('Worker is not defined');
    });
    const { file, entry } = await onlyPart();
    expect(await textFrom(inflate, file, entry)).toBe(text);
  });
});
