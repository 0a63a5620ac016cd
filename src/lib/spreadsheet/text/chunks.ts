import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';

/** Decoding and parsing one takes a few ms. */
const CHUNK_BYTES = 256 * 1024;
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
  let start = 0;
  do {
    signal?.throwIfAborted();
    const size = start === 0 ? CHUNK_BYTES : READ_BYTES;
    const read = new Uint8Array(await file.slice(start, start + size).arrayBuffer());
    let at = 0;
    do {
      await pauseWhenDue(signal);
      const bytes = read.subarray(at, at + CHUNK_BYTES);
      at += bytes.length;
      yield { bytes, end: start + at, last: start + at >= file.size };
    } while (at < read.length);
    start += Math.max(read.length, 1);
  } while (start < file.size);
}
