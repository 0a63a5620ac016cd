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
    let all = joined(rest, bytes);
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

/** Mostly the two already lie side by side. */
export function joined(first: Chunk['bytes'], second: Chunk['bytes']): Chunk['bytes'] {
  if (first.length === 0) return second;
  if (first.buffer === second.buffer && first.byteOffset + first.length === second.byteOffset) {
    return new Uint8Array(first.buffer, first.byteOffset, first.length + second.length);
  }
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** Where the last character begins that is not whole; the length where all are. */
export function endOfCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const wanted = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return wanted > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** The byte that begins so many UTF-16 units behind the one at `start`. */
export function afterUnits(bytes: Uint8Array, start: number, units: number): number {
  let at = start;
  for (let left = units; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 && byte < 0xc0) continue;
    if (left <= 0) break;
    left -= byte < 0xf0 ? 1 : 2;
  }
  return at;
}
