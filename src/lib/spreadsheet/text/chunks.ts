import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';

/** Large enough that reading from the disk is cheap, small enough that decoding and parsing one takes a few ms. */
const CHUNK_BYTES = 256 * 1024;

export interface Chunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where it ends in the file. */
  readonly end: number;
  readonly last: boolean;
}

/** The file's bytes piece by piece, letting other work of the thread run in between. An empty file gives one empty piece. */
export async function* chunks(file: Blob, signal?: AbortSignal, chunkBytes = CHUNK_BYTES): AsyncGenerator<Chunk> {
  let start = 0;
  do {
    await pauseWhenDue(signal);
    const end = Math.min(start + chunkBytes, file.size);
    const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
    yield { bytes, end, last: end === file.size };
    start = end;
  } while (start < file.size);
}
