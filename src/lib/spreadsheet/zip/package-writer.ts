import { damaged } from '#lib/spreadsheet/refusal.ts';
import type { PackedPart } from './deflate-part.ts';
import type { ZipEntry } from './directory.ts';
import type { EntryFacts } from './package-records.ts';
import { endRecord, localHeader, newRecord, withFacts } from './package-records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const LOCAL_SIZE = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
/** Sizes and checksum follow the data. */
const HAS_DESCRIPTOR = 0x0008;
/** How hard deflate tried: of interest to nobody, and no longer true. */
const DEFLATE_EFFORT = 0x0006;

/** Writes a zip package of parts that are new, changed, or taken over from another as they are. */
export class PackageWriter {
  readonly #pieces: (Bytes | Blob)[] = [];
  readonly #records: Bytes[] = [];
  #offset = 0;

  add(name: string, part: PackedPart): void {
    const record = newRecord(name);
    this.#entry(
      record,
      this.#factsOf(part, new DataView(record.buffer).getUint16(8, true)),
      part.data,
      new Uint8Array(0)
    );
  }

  /** The entry with other content; its place, name, times, attributes and comment stay. */
  async replace(file: Blob, entry: ZipEntry, part: PackedPart): Promise<void> {
    const { extra } = await localHeaderOf(file, entry);
    const flags = entry.flags & ~(HAS_DESCRIPTOR | DEFLATE_EFFORT);
    this.#entry(entry.record, this.#factsOf(part, flags), part.data, extra);
  }

  /** The entry byte for byte, never inflated: local header, compressed data, and what a streaming writer put behind. */
  async copy(file: Blob, entry: ZipEntry): Promise<void> {
    const { dataStart } = await localHeaderOf(file, entry);
    const dataEnd = dataStart + entry.compressedSize;
    const descriptor = entry.flags & HAS_DESCRIPTOR ? await descriptorSize(file, entry, dataEnd) : 0;
    this.#records.push(withFacts(entry.record, { ...entry, offset: this.#offset }));
    this.#push(file.slice(entry.localHeaderOffset, dataEnd + descriptor));
  }

  finish(type: string): Blob {
    const size = this.#records.reduce((sum, record) => sum + record.length, 0);
    const end = endRecord(this.#records.length, size, this.#offset);
    return new Blob([...this.#pieces, ...this.#records, end], { type });
  }

  #factsOf(part: PackedPart, flags: number): EntryFacts {
    return {
      method: part.method,
      flags,
      crc32: part.crc32,
      compressedSize: part.data.size,
      uncompressedSize: part.size,
      offset: this.#offset
    };
  }

  #entry(record: Bytes, facts: EntryFacts, data: Blob, extra: Bytes): void {
    const written = withFacts(record, facts);
    this.#records.push(written);
    this.#push(localHeader(written, facts, extra));
    this.#push(data);
  }

  #push(piece: Bytes | Blob): void {
    this.#pieces.push(piece);
    this.#offset += piece instanceof Blob ? piece.size : piece.length;
  }
}

async function localHeaderOf(file: Blob, entry: ZipEntry): Promise<{ dataStart: number; extra: Bytes }> {
  const headerEnd = entry.localHeaderOffset + LOCAL_SIZE;
  const header = new DataView(await file.slice(entry.localHeaderOffset, headerEnd).arrayBuffer());
  if (header.byteLength < LOCAL_SIZE || header.getUint32(0, true) !== LOCAL_SIGNATURE) {
    throw damaged('directory', entry.name);
  }
  const extraStart = headerEnd + header.getUint16(26, true);
  const dataStart = extraStart + header.getUint16(28, true);
  if (dataStart + entry.compressedSize > entry.roomEnd) throw damaged('overlap', entry.name);
  return { dataStart, extra: new Uint8Array(await file.slice(extraStart, dataStart).arrayBuffer()) };
}

/** Its length depends on two things that nothing says for sure: a signature in front, and sizes in 8 bytes. */
async function descriptorSize(file: Blob, entry: ZipEntry, dataEnd: number): Promise<number> {
  const bytes = await file.slice(dataEnd, Math.min(dataEnd + 24, entry.roomEnd)).arrayBuffer();
  const view = new DataView(bytes);
  const signed = view.byteLength >= 4 && view.getUint32(0, true) === DESCRIPTOR_SIGNATURE ? 4 : 0;
  const body = view.byteLength - signed;
  if (body >= 20 && Number(view.getBigUint64(signed + 12, true)) === entry.uncompressedSize) return signed + 20;
  return Math.min(signed + 12, view.byteLength);
}
