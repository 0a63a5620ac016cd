import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import type { PackedPart } from '#lib/spreadsheet/zip/deflate-part.ts';
import { PartDeflater, type DeflateElsewhere } from '#lib/spreadsheet/zip/deflate-part.ts';
import type { ZipDirectory, ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { entryStream, type InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import { PackageWriter } from '#lib/spreadsheet/zip/package-writer.ts';
import { PartRewrite, type TextTransform, type WriteBytes } from './part-rewrite.ts';

export interface Work {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Of the parts that are gone through; absent: the same thread. */
  readonly inflate?: InflateEntry | undefined;
  /** Of parts that are written; absent: all in the same thread. */
  readonly deflate?: DeflateElsewhere | undefined;
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
  const deflater = new PartDeflater(work.deflate);
  await runThrough(file, entry, transform, (bytes, from, to) => deflater.write(bytes, from, to), work);
  return deflater.closed();
}

/** Runs a part's text through a reader that makes nothing of it. */
export async function readPart(file: Blob, entry: ZipEntry, reader: TextTransform, work: Work): Promise<void> {
  await runThrough(file, entry, reader, () => undefined, { ...work, onProgress: undefined });
}

/** Lets the thread's other tasks run in between. */
async function runThrough(
  file: Blob,
  entry: ZipEntry,
  transform: TextTransform,
  write: WriteBytes,
  work: Work
): Promise<void> {
  const { inflate = entryStream } = work;
  const reader = inflate(file, entry, spreadsheetLimits, work.signal).getReader();
  const rewrite = new PartRewrite(transform, write);
  let pieces: Uint8Array[] = [];
  let size = 0;
  let done = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      pieces.push(read.value);
      size += read.value.length;
      if (size < STRETCH) continue;
      rewrite.push(pieces);
      done += size;
      pieces = [];
      size = 0;
      work.onProgress?.(done / entry.uncompressedSize);
      await pauseWhenDue(work.signal);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  rewrite.push(pieces);
  rewrite.finish();
}
