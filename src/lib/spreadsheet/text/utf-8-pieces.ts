import { endOfCharacters, joined } from './bytes.ts';
import { hasMark } from './byte-order-mark.ts';
import { chunks, type Chunk } from './chunks.ts';
import { encodeUtf8 } from './utf-8.ts';

const LINE_FEED = 0x0a;
const OPEN_ARRAY = 0x5b;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * The bytes of a UTF-8 file piece by piece, its byte order mark left out; a character that the file's end cuts off is
 * U+FFFD. A piece ends where a line does, or in JSON an object, so that rows are seldom torn; where there is no such
 * place, between two characters.
 */
export async function* utf8Pieces(file: Blob, signal?: AbortSignal): AsyncGenerator<Chunk> {
  let rest: Chunk['bytes'] = new Uint8Array(0);
  let breakAfter: number | undefined;
  for await (const { bytes, end, last } of chunks(file, signal)) {
    let fresh = bytes;
    if (breakAfter === undefined) {
      if (hasMark(fresh, 'utf-8')) fresh = fresh.subarray(3);
      const first = fresh.find((byte) => byte > 0x20);
      breakAfter = first === OPEN_ARRAY || first === OPEN_OBJECT ? CLOSE_OBJECT : LINE_FEED;
    }
    if (rest.length > 0 && rest.buffer !== fresh.buffer) {
      // What a read tore is put together, and not all that came after it.
      const cut = fresh.indexOf(breakAfter) + 1;
      if (cut > 0 && cut < fresh.length) {
        yield { bytes: joined([rest, fresh.subarray(0, cut)]), end: end - fresh.length + cut, last: false };
        rest = fresh.subarray(0, 0);
        fresh = fresh.subarray(cut);
      }
    }
    const all = joined([rest, fresh]);
    if (last) {
      yield { bytes: wholeAtEnd(all), end, last };
      return;
    }
    const cut = all.lastIndexOf(breakAfter) + 1 || endOfCharacters(all);
    rest = all.subarray(cut);
    yield { bytes: all.subarray(0, cut), end: end - rest.length, last };
  }
}

function wholeAtEnd(bytes: Chunk['bytes']): Chunk['bytes'] {
  const end = endOfCharacters(bytes);
  return end === bytes.length ? bytes : joined([bytes.subarray(0, end), encodeUtf8('\ufffd')]);
}
