import { endOfCharacters, joined } from './bytes.ts';
import { chunks, type Chunk } from './chunks.ts';

const LINE_FEED = 0x0a;
const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const MARK = [0xef, 0xbb, 0xbf];

/**
 * The bytes of a UTF-8 file piece by piece, its byte order mark left out. A piece ends where a line does, or in JSON an
 * object, so that rows are seldom torn; where there is no such place, between two characters.
 */
export async function* utf8Pieces(file: Blob, signal?: AbortSignal): AsyncGenerator<Chunk> {
  let rest: Chunk['bytes'] = new Uint8Array(0);
  let breakAfter: number | undefined;
  for await (const { bytes, end, last } of chunks(file, signal)) {
    let all = joined([rest, bytes]);
    if (breakAfter === undefined) {
      if (MARK.every((byte, at) => all[at] === byte)) all = all.subarray(MARK.length);
      const first = all.find((byte) => byte > 0x20);
      breakAfter = first === OPEN_ARRAY || first === OPEN_OBJECT ? CLOSE_OBJECT : LINE_FEED;
    }
    const cut = last ? all.length : all.lastIndexOf(breakAfter) + 1 || endOfCharacters(all);
    rest = all.subarray(cut);
    yield { bytes: all.subarray(0, cut), end: end - rest.length, last };
  }
}
