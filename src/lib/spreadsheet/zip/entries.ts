import { damaged } from '#lib/spreadsheet/refusal.ts';
import type { ZipEntry } from './directory.ts';

const RECORD_SIGNATURE = 0x02014b50;
const RECORD_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const UTF8_NAME = 0x0800;
const ZIP64_EXTRA = 0x0001;
const IN_ZIP64_EXTRA = 0xffffffff;

interface DirectoryPlace {
  readonly count: number;
  readonly leadingBytes: number;
  readonly directoryStart: number;
}

/** The records of a central directory. Refuses with damaged: directory where they do not fit, overlap where parts do. */
export function readEntries(bytes: Uint8Array<ArrayBuffer>, place: DirectoryPlace): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Omit<ZipEntry, 'roomEnd'>[] = [];
  let at = 0;
  for (let index = 0; index < place.count; index++) {
    if (at + RECORD_SIZE > bytes.length || view.getUint32(at, true) !== RECORD_SIGNATURE) throw damaged('directory');
    const nameEnd = at + RECORD_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const end = extraEnd + view.getUint16(at + 32, true);
    if (end > bytes.length) throw damaged('directory');
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: decodeName(bytes.subarray(at + RECORD_SIZE, nameEnd), (flags & UTF8_NAME) !== 0),
      method: view.getUint16(at + 10, true),
      flags,
      crc32: view.getUint32(at + 16, true),
      ...sizesAndOffset(view, at, nameEnd, extraEnd, place.leadingBytes),
      record: bytes.subarray(at, end)
    });
    at = end;
  }
  return withRoom(entries, place.directoryStart);
}

function sizesAndOffset(view: DataView, at: number, extraStart: number, extraEnd: number, leadingBytes: number) {
  let extra = IN_ZIP64_EXTRA;
  const fields = { uncompressedSize: at + 24, compressedSize: at + 20, localHeaderOffset: at + 42 };
  const values = { uncompressedSize: 0, compressedSize: 0, localHeaderOffset: 0 };
  for (const field of ['uncompressedSize', 'compressedSize', 'localHeaderOffset'] as const) {
    const value = view.getUint32(fields[field], true);
    values[field] = value;
    if (value !== IN_ZIP64_EXTRA) continue;
    // The zip64 field holds, in this order, only the values that did not fit (APPNOTE.TXT 4.5.3).
    if (extra === IN_ZIP64_EXTRA) extra = zip64Extra(view, extraStart, extraEnd);
    if (extra + 8 > extraEnd) throw damaged('directory');
    values[field] = Number(view.getBigUint64(extra, true));
    extra += 8;
    if (!Number.isSafeInteger(values[field])) throw damaged('directory');
  }
  values.localHeaderOffset += leadingBytes;
  return values;
}

function zip64Extra(view: DataView, start: number, end: number): number {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === ZIP64_EXTRA) return at + 4;
  }
  throw damaged('directory');
}

/**
 * Each entry with the place where its room ends. Parts that share bytes are refused: a bomb of overlapping parts
 * unpacks a small file into millions, and two readers may see two different files.
 */
function withRoom(entries: Omit<ZipEntry, 'roomEnd'>[], directoryStart: number): ZipEntry[] {
  const byOffset = entries.map((entry, index) => ({ entry, index }));
  byOffset.sort((a, b) => a.entry.localHeaderOffset - b.entry.localHeaderOffset);
  const withRoom: ZipEntry[] = [];
  byOffset.forEach(({ entry, index }, place) => {
    const roomEnd = byOffset[place + 1]?.entry.localHeaderOffset ?? directoryStart;
    const least = entry.localHeaderOffset + LOCAL_HEADER_SIZE + entry.compressedSize;
    if (least > directoryStart) throw damaged('directory', entry.name);
    if (least > roomEnd) throw damaged('overlap', entry.name);
    withRoom[index] = { ...entry, roomEnd };
  });
  return withRoom;
}

function decodeName(bytes: Uint8Array, declaredUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Code page 437 is what the format says; only the ASCII part of a name ever matters to us.
    return new TextDecoder(declaredUtf8 ? 'utf-8' : 'windows-1252').decode(bytes);
  }
}
