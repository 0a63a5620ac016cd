/** Which symbol stands for a length or a distance, and in how many bits the rest of it follows (RFC 1951 3.2.5). */

export const LONGEST_MATCH = 258;
export const FARTHEST_MATCH = 32_768;

/** The same for lengths from 257 on, where bytes and the end of the block come before them. */
export const FIRST_LENGTH_SYMBOL = 257;
export const END_OF_BLOCK = 256;

export const lengthBits = Uint8Array.from({ length: 29 }, (_, symbol) =>
  symbol < 8 || symbol === 28 ? 0 : (symbol >> 2) - 1
);
export const distanceBits = Uint8Array.from({ length: 30 }, (_, symbol) => (symbol < 4 ? 0 : (symbol >> 1) - 1));

export const firstLengths = firsts(lengthBits, 3);
// The last symbol has the longest match alone, without any further bits.
firstLengths[28] = LONGEST_MATCH;
export const firstDistances = firsts(distanceBits, 1);

function firsts(bits: Uint8Array, least: number): Int32Array {
  const first = new Int32Array(bits.length).fill(least);
  for (let symbol = 1; symbol < bits.length; symbol++) {
    first[symbol] = (first[symbol - 1] ?? 0) + 2 ** (bits[symbol - 1] ?? 0);
  }
  return first;
}

const lengthSymbols = Uint8Array.from({ length: LONGEST_MATCH + 1 }, (_, length) => lastNotAbove(firstLengths, length));
const nearSymbols = Uint8Array.from({ length: 257 }, (_, distance) => lastNotAbove(firstDistances, distance));
/** Beyond 256 symbols begin at multiples of 128, plus 1. */
const farSymbols = Uint8Array.from({ length: 256 }, (_, step) => lastNotAbove(firstDistances, step * 128 + 1));

function lastNotAbove(first: Int32Array, value: number): number {
  return Math.max(
    0,
    first.findLastIndex((least) => least <= value)
  );
}

export function lengthSymbol(length: number): number {
  return lengthSymbols[length] ?? 0;
}

export function distanceSymbol(distance: number): number {
  return (distance <= 256 ? nearSymbols[distance] : farSymbols[(distance - 1) >> 7]) ?? 0;
}
