import type { BitWriter } from './bit-writer.ts';
import {
  distanceBits,
  distanceSymbol,
  END_OF_BLOCK,
  FIRST_LENGTH_SYMBOL,
  firstDistances,
  firstLengths,
  lengthBits,
  lengthSymbol,
  LONGEST_MATCH
} from './deflate-symbols.ts';
import { huffmanCode, type HuffmanCode } from './huffman-code.ts';

/** Symbols of a block: more would share one code although the text may have changed, fewer pay more often for a code. */
export const BLOCK_SYMBOLS = 32 * 1024;

/** With the 5 bits that may follow a length it makes 16, which are written in one go; a longer word would save next to nothing. */
const LONGEST_LITERAL = 11;

/** Of a code's own description: symbols for a code length that is repeated (RFC 1951 3.2.7). */
const REPEAT = 16;
const ZEROS = 17;
const MANY_ZEROS = 18;
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Writes a block in a code of its own (RFC 1951 3.2.7). A symbol is a byte, or a match as `length << 16 | distance`.
 */
export function writeBlock(writer: BitWriter, symbols: Int32Array, count: number, last: boolean): void {
  const { literals, distances } = codesOf(symbols, count);
  // No symbol takes more than 48 bits; a code's description is shorter than its symbols would be in bytes.
  writer.reserve(count * 6 + 1024);
  writer.put(last ? 1 : 0, 1);
  writer.put(2, 2);
  writeCodes(writer, literals, distances);
  writeSymbols(writer, symbols, count, literals, distances);
  writer.put(literals.codes[END_OF_BLOCK] ?? 0, literals.lengths[END_OF_BLOCK] ?? 0);
}

function codesOf(symbols: Int32Array, count: number): { literals: HuffmanCode; distances: HuffmanCode } {
  const literals = new Int32Array(FIRST_LENGTH_SYMBOL + lengthBits.length);
  const distances = new Int32Array(distanceBits.length);
  literals[END_OF_BLOCK] = 1;
  for (let at = 0; at < count; at++) {
    const symbol = symbols[at] ?? 0;
    const length = symbol >>> 16;
    if (length === 0) {
      literals[symbol] = (literals[symbol] ?? 0) + 1;
    } else {
      const literal = FIRST_LENGTH_SYMBOL + lengthSymbol(length);
      const distance = distanceSymbol(symbol & 0xffff);
      literals[literal] = (literals[literal] ?? 0) + 1;
      distances[distance] = (distances[distance] ?? 0) + 1;
    }
  }
  return { literals: huffmanCode(literals, LONGEST_LITERAL), distances: huffmanCode(distances, 15) };
}

/** The lengths of both codes' words, runs of the same made short, in a code of their own. */
function writeCodes(writer: BitWriter, literals: HuffmanCode, distances: HuffmanCode): void {
  const literalCount = Math.max(FIRST_LENGTH_SYMBOL, literals.lengths.findLastIndex((length) => length > 0) + 1);
  const distanceCount = distances.lengths.findLastIndex((length) => length > 0) + 1;
  const runs = runsOf([...literals.lengths.subarray(0, literalCount), ...distances.lengths.subarray(0, distanceCount)]);
  const frequencies = new Int32Array(ORDER.length);
  for (const { symbol } of runs) frequencies[symbol] = (frequencies[symbol] ?? 0) + 1;
  const { lengths, codes } = huffmanCode(frequencies, 7);
  const orderCount = ORDER.findLastIndex((symbol) => (lengths[symbol] ?? 0) > 0) + 1;
  writer.put(literalCount - FIRST_LENGTH_SYMBOL, 5);
  writer.put(distanceCount - 1, 5);
  writer.put(orderCount - 4, 4);
  for (const symbol of ORDER.slice(0, orderCount)) writer.put(lengths[symbol] ?? 0, 3);
  for (const { symbol, rest, bits } of runs) {
    writer.put(codes[symbol] ?? 0, lengths[symbol] ?? 0);
    writer.put(rest, bits);
  }
}

interface Run {
  readonly symbol: number;
  readonly rest: number;
  readonly bits: number;
}

function runsOf(lengths: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] ?? 0;
    let end = at + 1;
    while (lengths[end] === length) end++;
    const equal = end - at;
    if (length === 0 && equal >= 11) {
      at += Math.min(equal, 138);
      runs.push({ symbol: MANY_ZEROS, rest: Math.min(equal, 138) - 11, bits: 7 });
    } else if (length === 0 && equal >= 3) {
      at += equal;
      runs.push({ symbol: ZEROS, rest: equal - 3, bits: 3 });
    } else if (equal >= 3 && lengths[at - 1] === length) {
      at += Math.min(equal, 6);
      runs.push({ symbol: REPEAT, rest: Math.min(equal, 6) - 3, bits: 2 });
    } else {
      at += 1;
      runs.push({ symbol: length, rest: 0, bits: 0 });
    }
  }
  return runs;
}

function writeSymbols(
  writer: BitWriter,
  symbols: Int32Array,
  count: number,
  literals: HuffmanCode,
  distances: HuffmanCode
): void {
  const lengths = wholeLengths(literals);
  for (let at = 0; at < count; at++) {
    const symbol = symbols[at] ?? 0;
    const length = symbol >>> 16;
    if (length === 0) {
      writer.put(literals.codes[symbol] ?? 0, literals.lengths[symbol] ?? 0);
      continue;
    }
    writer.put(lengths.codes[length] ?? 0, lengths.lengths[length] ?? 0);
    const distance = symbol & 0xffff;
    const far = distanceSymbol(distance);
    writer.put(distances.codes[far] ?? 0, distances.lengths[far] ?? 0);
    writer.put(distance - (firstDistances[far] ?? 0), distanceBits[far] ?? 0);
  }
}

/** The code words of all lengths, each with the bits that follow it. */
function wholeLengths({ lengths, codes }: HuffmanCode): HuffmanCode {
  const whole = { lengths: new Uint8Array(LONGEST_MATCH + 1), codes: new Uint16Array(LONGEST_MATCH + 1) };
  for (let length = 3; length <= LONGEST_MATCH; length++) {
    const symbol = lengthSymbol(length);
    const bits = lengths[FIRST_LENGTH_SYMBOL + symbol] ?? 0;
    const rest = length - (firstLengths[symbol] ?? 0);
    whole.codes[length] = (codes[FIRST_LENGTH_SYMBOL + symbol] ?? 0) | (rest << bits);
    whole.lengths[length] = bits + (lengthBits[symbol] ?? 0);
  }
  return whole;
}
