import { unsupported } from './byte-order-mark.ts';

const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;

/**
 * UTF-16 without a byte order mark, told by its NULs: in a list at least separators, digits and line ends are ASCII, so
 * one half of those pairs is NUL, always the same half; and no line end stands without its NUL. A NUL here and there in
 * a text of single bytes fails both tests. Throws Refusal: unsupported-encoding for UTF-32 (three NULs of four).
 */
export function utf16WithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const nuls = [0, 0, 0, 0];
  const lineEnds = { 'utf-16le': 0, 'utf-16be': 0 };
  let allLineEnds = 0;
  const length = head.length - (head.length % 4);
  if (head.length < 2) return undefined;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at];
    if (byte === 0 && at < length) nuls[at % 4] = (nuls[at % 4] ?? 0) + 1;
    if (!isLineEnd(byte)) continue;
    allLineEnds++;
    if (at % 2 === 0 && head[at + 1] === 0) lineEnds['utf-16le']++;
    if (at % 2 === 1 && head[at - 1] === 0) lineEnds['utf-16be']++;
  }
  const quarters = Math.max(1, length / 4);
  const [first = 0, second = 0, third = 0, fourth = 0] = nuls.map((count) => count / quarters);
  if (second > 0.9 && third > 0.9 && fourth > 0.9) throw unsupported('utf-32le');
  if (first > 0.9 && second > 0.9 && third > 0.9) throw unsupported('utf-32be');
  const even = length === 0 ? Number(head[0] === 0) : (first + third) / 2;
  const odd = length === 0 ? Number(head[1] === 0) : (second + fourth) / 2;
  const guess = odd > even ? 'utf-16le' : 'utf-16be';
  const rare = Math.min(even, odd);
  const usual = Math.max(even, odd);
  if (usual < 0.05 || rare > usual / 5 || lineEnds[guess] < allLineEnds * 0.9) return undefined;
  // Without a line end to prove it, only a text that is mostly ASCII will do.
  return allLineEnds === 0 && usual < 0.5 ? undefined : guess;
}
