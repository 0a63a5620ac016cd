import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import type { PackedPart } from '#lib/spreadsheet/zip/deflate-part.ts';
import { PartDeflater } from '#lib/spreadsheet/zip/deflate-part.ts';
import type { ZipDirectory, ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { entryStream } from '#lib/spreadsheet/zip/entry-data.ts';
import { PackageWriter } from '#lib/spreadsheet/zip/package-writer.ts';
import { PartEncoding } from './part-encoding.ts';

/** Makes another text of a part's text as it comes. */
export interface TextTransform {
  push(text: string): string;
  finish(): string;
}

export interface Work {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** What becomes of a part; those that nothing is said of are copied as they are. */
export type PartChange = TextTransform | 'left-out';

/** A small part, patched as a whole. */
export class WholePart implements TextTransform {
  #text = '';

  constructor(private readonly patch: (text: string) => string) {}

  push(text: string): string {
    this.#text += text;
    return '';
  }

  finish(): string {
    return this.patch(this.#text);
  }
}

/** Work on less at a time costs more for the calls than for the text. */
const STRETCH = 256 * 1024;

/** The package with some parts changed, in the same order. Throws Refusal, and the signal's reason. */
export async function rewritePackage(
  file: Blob,
  directory: ZipDirectory,
  changes: ReadonlyMap<ZipEntry, PartChange>,
  work: Work
): Promise<Blob> {
  const writer = new PackageWriter();
  for (const entry of directory.entries) {
    const change = changes.get(entry);
    if (change === 'left-out') continue;
    if (change) await writer.replace(file, entry, await rewritePart(file, entry, change, work));
    else await writer.copy(file, entry);
    work.signal?.throwIfAborted();
  }
  return writer.finish(file.type);
}

/** Inflates, patches and deflates a part in one go; holds some chunks of it, never the whole. */
async function rewritePart(file: Blob, entry: ZipEntry, transform: TextTransform, work: Work): Promise<PackedPart> {
  const deflater = new PartDeflater();
  let encoding: PartEncoding | undefined;
  for await (const { text, part } of partTexts(file, entry, work)) {
    encoding = part;
    deflater.write(part.encode(transform.push(text)));
  }
  if (encoding) deflater.write(encoding.encode(transform.finish()));
  return deflater.close();
}

/** Runs a part's text through a reader that makes nothing of it. */
export async function readPart(file: Blob, entry: ZipEntry, reader: TextTransform, work: Work): Promise<void> {
  for await (const { text } of partTexts(file, entry, { signal: work.signal })) reader.push(text);
  reader.finish();
}

/** The text of a part in stretches of some 100,000 characters; lets the thread's other tasks run in between. */
async function* partTexts(
  file: Blob,
  entry: ZipEntry,
  work: Work
): AsyncGenerator<{ text: string; part: PartEncoding }> {
  const reader = entryStream(file, entry, spreadsheetLimits, work.signal).getReader();
  let part: PartEncoding | undefined;
  let text = '';
  let done = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      part ??= new PartEncoding(read.value);
      text += part.decode(read.value);
      done += read.value.length;
      if (text.length < STRETCH) continue;
      yield { text, part };
      text = '';
      work.onProgress?.(done / entry.uncompressedSize);
      await pauseWhenDue(work.signal);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (part) yield { text: text + part.decode(), part };
}
