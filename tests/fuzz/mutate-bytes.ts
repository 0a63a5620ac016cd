import type { Random } from './random.ts';

const STRIKING = [0, 1, 0x22, 0x26, 0x2c, 0x3c, 0x3e, 0x5b, 0x7b, 0x7f, 0x80, 0xc3, 0xed, 0xf0, 0xfe, 0xff];

/** The bytes with a few of them changed, cut, doubled, moved. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = bytes;
  for (let times = 1 + random.below(4); times > 0; times--) mutated = once(mutated, random);
  return mutated;
}

function once(bytes: Uint8Array, random: Random): Uint8Array {
  const { from, to } = random.span(bytes.length, random.chance(0.8) ? 8 : 400);
  const before = bytes.subarray(0, from);
  const piece = bytes.subarray(from, to);
  const after = bytes.subarray(to);
  switch (random.below(8)) {
    case 0:
      return joined(
        before,
        piece.map((byte) => byte ^ (1 << random.below(8))),
        after
      );
    case 1:
      return joined(
        before,
        piece.map(() => random.pick(STRIKING)),
        after
      );
    case 2:
      return joined(
        before,
        piece.map(() => random.below(256)),
        after
      );
    case 3:
      return joined(before, after);
    case 4:
      return joined(before, piece, piece, after);
    case 5:
      return joined(before, after.subarray(0, 20), piece, after.subarray(20));
    case 6:
      return before;
    default:
      return joined(
        before,
        Uint8Array.from({ length: 1 + random.below(30) }, () => random.pick(STRIKING)),
        piece,
        after
      );
  }
}

function joined(...pieces: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}
