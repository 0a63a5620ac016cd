import { BitWriter } from './bit-writer.ts';
import { BLOCK_SYMBOLS, writeBlock } from './deflate-block.ts';
import { FARTHEST_MATCH, LONGEST_MATCH } from './deflate-symbols.ts';

const HASH_BITS = 15;
/** What is looked for at least: 4 bytes are compared at once, and shorter matches save next to nothing. */
const SHORTEST_MATCH = 4;
/** Beyond any reach. */
const NOWHERE = -2 * FARTHEST_MATCH;

const places = new Int32Array(2 ** HASH_BITS);
const symbols = new Int32Array(BLOCK_SYMBOLS);

/**
 * Deflates the next stretch of a part (RFC 1951), on its own: what is made of one stretch after the other is one stream,
 * whoever made which. As small as zlib's fastest level makes it and six times as fast as the platform's
 * CompressionStream, which has no levels: in the mark-up of rows the nearest place with the same four bytes is
 * nearly always the best one, so no other is looked at.
 */
export function deflate(bytes: Uint8Array<ArrayBuffer>, last: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const writer = new BitWriter((bytes.length >> 2) + 1024);
  const searched = bytes.length - SHORTEST_MATCH;
  places.fill(NOWHERE);
  let count = 0;
  let at = 0;
  while (at < bytes.length) {
    if (count === BLOCK_SYMBOLS) {
      writeBlock(writer, symbols, count, false);
      count = 0;
    }
    if (at > searched) {
      symbols[count++] = view.getUint8(at++);
      continue;
    }
    const four = view.getInt32(at, true);
    const hash = hashOf(four);
    const before = places[hash] ?? NOWHERE;
    places[hash] = at;
    if (at - before > FARTHEST_MATCH || view.getInt32(before, true) !== four) {
      symbols[count++] = four & 0xff;
      at++;
      continue;
    }
    const length = matchLength(view, before, at);
    symbols[count++] = (length << 16) | (at - before);
    at += length;
    // The next text may repeat what begins with the last two bytes of this one.
    if (at - 2 <= searched) places[hashOf(view.getInt32(at - 2, true))] = at - 2;
  }
  writeBlock(writer, symbols, count, last);
  if (!last) writeEmptyBlock(writer);
  writer.toWholeByte();
  return writer.written();
}

function hashOf(four: number): number {
  return Math.imul(four, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/** Of the texts at two places that have their first four bytes in common. */
function matchLength(view: DataView, before: number, at: number): number {
  const most = Math.min(LONGEST_MATCH, view.byteLength - at);
  let length = SHORTEST_MATCH;
  for (; length + 4 <= most; length += 4) {
    const different = view.getInt32(before + length, true) ^ view.getInt32(at + length, true);
    // The lowest bit that differs tells how many whole bytes do not.
    if (different !== 0) return length + ((31 - Math.clz32(different & -different)) >> 3);
  }
  while (length < most && view.getUint8(before + length) === view.getUint8(at + length)) length++;
  return length;
}

/** Ends a stretch with a whole byte, so that another can follow. */
function writeEmptyBlock(writer: BitWriter): void {
  writer.reserve(8);
  writer.put(0, 3);
  writer.toWholeByte();
  writer.put(0, 16);
  writer.put(0xffff, 16);
}
