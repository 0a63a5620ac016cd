import { deflateRawSync } from 'node:zlib';
import { buildZip, type ZipOptions, type ZipPart } from '../fixtures/zip-builder.ts';
import type { Random } from './random.ts';

type Claim = NonNullable<ZipPart['claim']>;

const MiB = 1024 * 1024;
const SIZES = [0, 1, 2, 100, 65_535, MiB, 65 * MiB, 0x7fffffff, 0xfffffffe, 0xffffffff];
const NAMES = [
  '',
  '/',
  '../../xl/workbook.xml',
  'XL\\WORKBOOK.XML',
  '/xl/workbook.xml',
  'xl//workbook.xml',
  'C:\\x',
  '\uD83D\uDE00.xml',
  'x'.repeat(60_000),
  '[Content_Types].xml',
  '_rels/.rels',
  'xl/worksheets/sheet1.xml',
  'xl/sharedStrings.xml',
  'xl/workbook.bin',
  'mimetype',
  'a\0b'
];
const bomb = { data: '', raw: deflateRawSync(new Uint8Array(70 * MiB)) };

/** The parts zipped with lies: sizes, offsets, methods, flags, names, checksums, counts, and data that is no deflate. */
export function mutatedZip(parts: readonly ZipPart[], random: Random): Uint8Array | Blob {
  const lied = [...parts];
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.below(lied.length);
    const part = lied[at];
    if (part === undefined) continue;
    const act = random.below(10);
    if (act === 0) lied.splice(at, 1);
    else if (act === 1) lied.push({ ...part, name: random.pick(NAMES) });
    else if (act === 2) lied.splice(random.below(lied.length + 1), 0, part);
    else lied[at] = { ...part, ...lie(part, random) };
  }
  const zip: ZipOptions = random.chance(0.8)
    ? {}
    : {
        comment: random.chance(0.5) ? 'PK\u0005\u0006'.repeat(1 + random.below(8)) : '',
        leading: new Uint8Array(random.below(100)),
        zip64: random.chance(0.5),
        ...(random.chance(0.3) && { claimCount: random.pick([0, 1, lied.length + 1, 65_535, 2_000_000]) })
      };
  return buildZip(lied, zip);
}

function lie(part: ZipPart, random: Random): Partial<ZipPart> {
  switch (random.below(9)) {
    case 0:
      return { name: random.pick(NAMES) };
    case 1:
      return { stored: true };
    case 2:
      return { dataDescriptor: true };
    case 3:
      return { zip64: true };
    case 4: {
      const packed = deflateRawSync(Buffer.from(part.data));
      for (let times = random.below(4); times >= 0 && packed.length > 0; times--)
        packed[random.below(packed.length)] = random.below(256);
      return { raw: random.chance(0.7) ? packed : packed.subarray(0, random.below(packed.length)) };
    }
    case 5:
      return random.chance(0.2) ? { ...bomb, claim: { uncompressedSize: random.pick(SIZES) } } : { data: '' };
    default:
      return { claim: claim(random) };
  }
}

function claim(random: Random): Claim {
  return random.pick<() => Claim>([
    () => ({ method: random.pick([0, 1, 8, 9, 12, 14, 99]) }),
    () => ({ flags: 1 << random.below(16) }),
    () => ({ crc32: random.below(2 ** 32) }),
    () => ({ compressedSize: random.pick(SIZES) }),
    () => ({ uncompressedSize: random.pick(SIZES) }),
    () => ({ offset: random.chance(0.5) ? random.below(2000) : random.pick(SIZES) })
  ])();
}
