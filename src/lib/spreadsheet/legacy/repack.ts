import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { tooLarge } from '#lib/spreadsheet/refusal.ts';
import type { ZipDirectory, ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { entryBytes } from '#lib/spreadsheet/zip/entry-data.ts';

/** An .ods of 100,000 rows and 10 columns unpacks to about 120 MB; SheetJS needs several times that. */
const UNPACKED_BYTES = 192 * 1024 * 1024;

interface UnpackedPart {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The parts a reader needs, inflated by the platform within limits and with their checksums tested. SheetJS's own
 * inflate loops for ever on some files, and believes any size it is told: it gets to see stored parts only.
 * Throws Refusal: too-large, damaged.
 */
export async function unpackedParts(
  file: Blob,
  directory: ZipDirectory,
  signal?: AbortSignal
): Promise<UnpackedPart[]> {
  const needed = directory.entries.filter(isNeeded);
  const total = needed.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > UNPACKED_BYTES) throw tooLarge('unpacked-bytes', UNPACKED_BYTES);
  const limits = { ...spreadsheetLimits, smallPartBytes: UNPACKED_BYTES };
  const parts: UnpackedPart[] = [];
  for (const entry of needed) parts.push({ name: entry.name, bytes: await entryBytes(file, entry, limits, signal) });
  return parts;
}

function isNeeded({ name }: ZipEntry): boolean {
  return (
    /(?:^|\/)(?:mimetype|[^/]+\.(?:xml|rels|bin))$/i.test(name) && !/media|vbaProject|printerSettings|Thumb/i.test(name)
  );
}

/** A zip of these parts, all stored. */
export function storedZip(parts: readonly UnpackedPart[]): Uint8Array<ArrayBuffer> {
  const names = parts.map(({ name }) => new TextEncoder().encode(name));
  const local = parts.reduce((sum, { bytes }, at) => sum + LOCAL_BYTES + (names[at]?.length ?? 0) + bytes.length, 0);
  const central = names.reduce((sum, name) => sum + CENTRAL_BYTES + name.length, 0);
  const zip = new Uint8Array(local + central + END_BYTES);
  const view = new DataView(zip.buffer);
  let at = 0;
  let record = local;
  parts.forEach(({ bytes }, index) => {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(record, 0x02014b50, true);
    view.setUint32(record + 42, at, true);
    writeFields(view, record + 6, name.length, bytes.length);
    zip.set(name, record + CENTRAL_BYTES);
    record += CENTRAL_BYTES + name.length;
    view.setUint32(at, 0x04034b50, true);
    writeFields(view, at + 4, name.length, bytes.length);
    zip.set(name, at + LOCAL_BYTES);
    zip.set(bytes, at + LOCAL_BYTES + name.length);
    at += LOCAL_BYTES + name.length + bytes.length;
  });
  view.setUint32(record, 0x06054b50, true);
  view.setUint16(record + 8, parts.length, true);
  view.setUint16(record + 10, parts.length, true);
  view.setUint32(record + 12, central, true);
  view.setUint32(record + 16, local, true);
  return zip;
}

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const UTF8_NAME = 0x0800;

/** What local header and central record have in common, from the version on; SheetJS does not look at checksums. */
function writeFields(view: DataView, at: number, nameBytes: number, size: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameBytes, true);
}
