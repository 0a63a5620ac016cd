import { damaged } from '#lib/spreadsheet/refusal.ts';

/** Where the central directory is (APPNOTE.TXT 4.3.14 and 4.3.16). */
interface EndRecord {
  readonly entryCount: number;
  readonly directorySize: number;
  /** As declared: from the archive's first byte, which need not be the file's. */
  readonly directoryOffset: number;
  /** Where the directory ends in the file: at the (zip64) end record. */
  readonly recordOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_LOCATOR_SIZE = 20;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_END_SIZE = 56;

/** Looks for the end record from the file's end, over the longest comment it may have. Refuses with damaged. */
export async function findEndRecord(file: Blob): Promise<EndRecord> {
  const tailSize = Math.min(file.size, ZIP64_LOCATOR_SIZE + END_SIZE + LONGEST_COMMENT);
  const tailStart = file.size - tailSize;
  const tail = new DataView(await file.slice(tailStart).arrayBuffer());
  const at = endRecordPosition(tail);
  if (at === undefined) throw damaged('cut-off');

  const record = {
    disk: tail.getUint16(at + 4, true),
    directoryDisk: tail.getUint16(at + 6, true),
    entryCount: tail.getUint16(at + 10, true),
    directorySize: tail.getUint32(at + 12, true),
    directoryOffset: tail.getUint32(at + 16, true),
    recordOffset: tailStart + at
  };
  const locatorAt = at - ZIP64_LOCATOR_SIZE;
  const zip64 = locatorAt >= 0 && tail.getUint32(locatorAt, true) === ZIP64_LOCATOR_SIGNATURE;
  if (zip64) return zip64EndRecord(file, tailStart + locatorAt, Number(tail.getBigUint64(locatorAt + 8, true)));
  if (record.disk !== 0 || record.directoryDisk !== 0) throw damaged('directory');
  return record;
}

/** The last signature whose comment ends with the file; else the last one at all (bytes were added behind). */
function endRecordPosition(tail: DataView): number | undefined {
  let last: number | undefined;
  for (let at = tail.byteLength - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_SIZE + tail.getUint16(at + 20, true) === tail.byteLength) return at;
    last ??= at;
  }
  return last;
}

async function zip64EndRecord(file: Blob, locatorOffset: number, declaredOffset: number): Promise<EndRecord> {
  // With bytes in front of the archive the declared place is off by their number: the usual place is tried too.
  for (const offset of [declaredOffset, locatorOffset - ZIP64_END_SIZE]) {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + ZIP64_END_SIZE > locatorOffset) continue;
    const record = new DataView(await file.slice(offset, offset + ZIP64_END_SIZE).arrayBuffer());
    if (record.getUint32(0, true) !== ZIP64_END_SIGNATURE) continue;
    const end = {
      entryCount: Number(record.getBigUint64(32, true)),
      directorySize: Number(record.getBigUint64(40, true)),
      directoryOffset: Number(record.getBigUint64(48, true)),
      recordOffset: offset
    };
    if (!Number.isSafeInteger(end.directoryOffset + end.directorySize)) break;
    return end;
  }
  throw damaged('directory');
}
