/** The records of a zip file as they are written (APPNOTE.TXT 4.3 and 4.5.3). */

const LOCAL_SIGNATURE = 0x04034b50;
const RECORD_SIGNATURE = 0x02014b50;
const RECORD_SIZE = 46;
const LOCAL_SIZE = 30;
const ZIP64_EXTRA = 0x0001;
const ZIP64_VERSION = 45;
const IN_ZIP64_EXTRA = 0xffffffff;
const UTF8_NAME = 0x0800;
/** 1 January 1980: what Excel itself writes, and no trace of when somebody worked. */
const NO_DATE = 0x0021;

type Bytes = Uint8Array<ArrayBuffer>;

export interface EntryFacts {
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly offset: number;
}

/** A central record for a new part. */
export function newRecord(name: string): Bytes {
  const encoded = new TextEncoder().encode(name);
  const record = new Uint8Array(RECORD_SIZE + encoded.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, RECORD_SIGNATURE, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  view.setUint16(8, UTF8_NAME, true);
  view.setUint16(14, NO_DATE, true);
  view.setUint16(28, encoded.length, true);
  record.set(encoded, RECORD_SIZE);
  return record;
}

/** A central record with the facts that hold now; name, times, attributes, other extra fields and comment stay. */
export function withFacts(record: Bytes, facts: EntryFacts): Bytes {
  const old = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const nameEnd = RECORD_SIZE + old.getUint16(28, true);
  const extraEnd = nameEnd + old.getUint16(30, true);
  const sizes = [facts.uncompressedSize, facts.compressedSize, facts.offset];
  const places = [24, 20, 42];
  const far = sizes.filter((size) => size >= IN_ZIP64_EXTRA);
  const extra = joined([withoutZip64(record.subarray(nameEnd, extraEnd)), zip64Extra(far)]);
  const written = joined([record.subarray(0, nameEnd), extra, record.subarray(extraEnd)]);
  const view = new DataView(written.buffer);
  if (far.length > 0) view.setUint16(6, Math.max(view.getUint16(6, true), ZIP64_VERSION), true);
  view.setUint16(8, facts.flags, true);
  view.setUint16(10, facts.method, true);
  view.setUint32(16, facts.crc32, true);
  sizes.forEach((size, index) => view.setUint32(places[index] ?? 0, Math.min(size, IN_ZIP64_EXTRA), true));
  view.setUint16(30, extra.length, true);
  return written;
}

/** A local header that agrees with the record; `extra` is the field it had, if it had one. */
export function localHeader(record: Bytes, facts: EntryFacts, extra: Bytes): Bytes {
  const old = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const name = record.subarray(RECORD_SIZE, RECORD_SIZE + old.getUint16(28, true));
  const sizes = [facts.uncompressedSize, facts.compressedSize];
  // A local zip64 field holds both sizes or none.
  const far = sizes.some((size) => size >= IN_ZIP64_EXTRA);
  const fields = joined([withoutZip64(extra), zip64Extra(far ? sizes : [])]);
  const header = new Uint8Array(LOCAL_SIZE);
  const view = new DataView(header.buffer);
  view.setUint32(0, LOCAL_SIGNATURE, true);
  view.setUint16(4, far ? ZIP64_VERSION : 20, true);
  view.setUint16(6, facts.flags, true);
  view.setUint16(8, facts.method, true);
  view.setUint32(10, old.getUint32(12, true), true);
  view.setUint32(14, facts.crc32, true);
  view.setUint32(18, far ? IN_ZIP64_EXTRA : facts.compressedSize, true);
  view.setUint32(22, far ? IN_ZIP64_EXTRA : facts.uncompressedSize, true);
  view.setUint16(26, name.length, true);
  view.setUint16(28, fields.length, true);
  return joined([header, name, fields]);
}

/** What ends the file. With more than 65,534 parts or beyond 4 GiB in its zip64 form too. */
export function endRecord(count: number, directorySize: number, directoryOffset: number): Bytes {
  const far = count >= 0xffff || directoryOffset + directorySize >= IN_ZIP64_EXTRA;
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, Math.min(count, 0xffff), true);
  end.setUint16(10, Math.min(count, 0xffff), true);
  end.setUint32(12, Math.min(directorySize, IN_ZIP64_EXTRA), true);
  end.setUint32(16, Math.min(directoryOffset, IN_ZIP64_EXTRA), true);
  if (!far) return new Uint8Array(end.buffer);
  const zip64 = new DataView(new ArrayBuffer(56 + 20));
  zip64.setUint32(0, 0x06064b50, true);
  zip64.setBigUint64(4, 44n, true);
  zip64.setUint16(12, ZIP64_VERSION, true);
  zip64.setUint16(14, ZIP64_VERSION, true);
  zip64.setBigUint64(24, BigInt(count), true);
  zip64.setBigUint64(32, BigInt(count), true);
  zip64.setBigUint64(40, BigInt(directorySize), true);
  zip64.setBigUint64(48, BigInt(directoryOffset), true);
  zip64.setUint32(56, 0x07064b50, true);
  zip64.setBigUint64(56 + 8, BigInt(directoryOffset + directorySize), true);
  zip64.setUint32(56 + 16, 1, true);
  return joined([new Uint8Array(zip64.buffer), new Uint8Array(end.buffer)]);
}

function zip64Extra(values: readonly number[]): Bytes {
  if (values.length === 0) return new Uint8Array(0);
  const view = new DataView(new ArrayBuffer(4 + values.length * 8));
  view.setUint16(0, ZIP64_EXTRA, true);
  view.setUint16(2, values.length * 8, true);
  values.forEach((value, index) => view.setBigUint64(4 + index * 8, BigInt(value), true));
  return new Uint8Array(view.buffer);
}

function withoutZip64(extra: Bytes): Bytes {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  const kept: Bytes[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== ZIP64_EXTRA) kept.push(extra.subarray(at, end));
    at = end;
  }
  return joined([...kept, extra.subarray(at)]);
}

function joined(pieces: readonly Bytes[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
