import { buildZip } from '../fixtures/zip-builder.ts';
import { mutatedBytes } from './mutate-bytes.ts';
import { mutatedText } from './mutate-text.ts';
import { mutatedXml } from './mutate-xml.ts';
import { mutatedZip } from './mutate-zip.ts';
import { Random } from './random.ts';
import type { Seed } from './seeds.ts';

interface Mutant {
  readonly name: string;
  readonly file: Blob;
  /** Chooses what is asked of it, the same again each time. */
  readonly random: Random;
}

/** The mutant of that number: the same from the same seeds, on every machine. */
export function mutant(seeds: readonly Seed[], number: number, { changed = true } = {}): Mutant {
  const random = new Random(number);
  // Half of them workbooks, of which there is most to get wrong.
  const workbooks = random.chance(0.5);
  const some = seeds.filter(({ kind }) => (kind === 'workbook') === workbooks);
  const seed = random.pick(some.length > 0 ? some : seeds);
  if (!changed) return { name: seed.name, file: whole(seed), random };
  const file = seed.kind === 'bytes' ? mutatedFile(seed, random) : mutatedWorkbook(seed, random);
  return { name: seed.name, file: file instanceof Blob ? file : new Blob([Uint8Array.from(file)]), random };
}

function whole(seed: Seed): Blob {
  return seed.kind === 'bytes' ? new Blob([Uint8Array.from(seed.bytes)]) : buildZip(seed.parts);
}

function mutatedFile({ name, bytes }: Extract<Seed, { kind: 'bytes' }>, random: Random): Uint8Array {
  const text = /\.(?:csv|tsv|txt|json|jsonl|ndjson)$/i.test(name);
  return text && random.chance(0.6) ? mutatedText(bytes, random) : mutatedBytes(bytes, random);
}

function mutatedWorkbook({ parts }: Extract<Seed, { kind: 'workbook' }>, random: Random): Uint8Array | Blob {
  const level = random.below(10);
  if (level < 3) return mutatedZip(parts, random);
  const at = random.below(parts.length);
  const [part] = parts.slice(at);
  if (part === undefined) return buildZip(parts);
  // The sheets are where most of a reader is.
  const target = random.chance(0.6) ? (parts.find(({ name }) => /sheet1\.xml$/.test(name)) ?? part) : part;
  const bytes = Buffer.from(target.data);
  const data = level < 9 ? mutatedXml(bytes.toString('utf8'), random) : mutatedBytes(bytes, random);
  return buildZip(parts.map((other) => (other === target ? { ...other, data } : other)));
}
