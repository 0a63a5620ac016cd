import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';

/** Parsing one takes a few ms. */
const CHUNK_BYTES = 256 * 1024;
/** How much of a file's beginning is looked at before its first rows are handed on: code that runs first runs slowly. */
export const BEGINNING_BYTES = 64 * 1024;
/** Asked of the browser at once, from the second time on: each request is a message to another process. */
const READ_BYTES = 4 * 1024 * 1024;

export interface Chunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where it ends in the file. */
  readonly end: number;
  readonly last: boolean;
}

/** The file's bytes piece by piece, letting other work of the thread run in between. An empty file gives one empty piece. */
export async function* chunks(file: Blob, signal?: AbortSignal): AsyncGenerator<Chunk> {
  const first = await read(file, 0, BEGINNING_BYTES);
  signal?.throwIfAborted();
  yield { bytes: first, end: first.length, last: first.length >= file.size };
  let start = BEGINNING_BYTES;
  // Whoever looks at the beginning alone costs no more than that.
  let reading = start < file.size ? read(file, start, READ_BYTES) : undefined;
  while (reading !== undefined) {
    const bytes = await reading;
    const end = start + Math.max(bytes.length, 1);
    // The next bytes are on their way while these are worked on. Nobody may be waiting when that fails.
    reading = end < file.size ? read(file, end, READ_BYTES) : undefined;
    reading?.catch(() => undefined);
    let at = 0;
    do {
      await pauseWhenDue(signal);
      const piece = bytes.subarray(at, at + CHUNK_BYTES);
      at += piece.length;
      yield { bytes: piece, end: start + at, last: start + at >= file.size };
    } while (at < bytes.length);
    start = end;
  }
}

async function read(file: Blob, start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(start, start + length).arrayBuffer());
}
