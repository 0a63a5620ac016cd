import { damaged, Refusal } from '#lib/spreadsheet/refusal.ts';

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Sector numbers from here on are marks, not places ([MS-CFB] 2.1). */
const FIRST_MARK = 0xfffffffa;
/** A workbook's directory has some ten entries; with many macros or embedded objects some hundred. */
const MOST_DIRECTORY_SECTORS = 2048;
const DIFAT_IN_HEADER = 109;

/**
 * Tells what a compound file ([MS-CFB]: .xls, but also .doc, .msi, encrypted .xlsx) holds, by the names in its
 * directory, reading only the sectors that lead there: SheetJS must not see the others.
 * Throws Refusal: encrypted, unknown-format (binary), damaged (directory, cut-off).
 */
export async function checkCompoundWorkbook(file: Blob): Promise<void> {
  const names = await directoryNames(file);
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) throw new Refusal({ code: 'encrypted' });
  if (names.has('Workbook') || names.has('Book') || names.has('WORKBOOK') || names.has('BOOK')) return;
  throw new Refusal({ code: 'unknown-format', looksLike: 'binary' });
}

async function directoryNames(file: Blob): Promise<Set<string>> {
  const header = await bytesAt(file, 0, HEADER_BYTES);
  const shift = header.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw damaged('directory');
  const size = 1 << shift;
  const sectorAt = (sector: number): Promise<DataView> => bytesAt(file, (sector + 1) * size, size);
  const names = new Set<string>();
  let sector = header.getUint32(48, true);
  for (let count = 0; sector < FIRST_MARK; count++) {
    if (count === MOST_DIRECTORY_SECTORS) throw damaged('directory');
    addNames(await sectorAt(sector), names);
    const perSector = size / 4;
    const table = await tableSector(header, Math.floor(sector / perSector), size, sectorAt);
    sector = (await sectorAt(table)).getUint32((sector % perSector) * 4, true);
  }
  return names;
}

/** Which sector holds the given part of the allocation table. */
async function tableSector(
  header: DataView,
  index: number,
  size: number,
  sectorAt: (sector: number) => Promise<DataView>
): Promise<number> {
  if (index < DIFAT_IN_HEADER) return header.getUint32(76 + index * 4, true);
  const perSector = size / 4 - 1;
  let sector = header.getUint32(68, true);
  for (let left = index - DIFAT_IN_HEADER; sector < FIRST_MARK; left -= perSector) {
    const table = await sectorAt(sector);
    if (left < perSector) return table.getUint32(left * 4, true);
    sector = table.getUint32(perSector * 4, true);
  }
  throw damaged('directory');
}

function addNames(sector: DataView, names: Set<string>): void {
  for (let at = 0; at + ENTRY_BYTES <= sector.byteLength; at += ENTRY_BYTES) {
    const bytes = Math.min(sector.getUint16(at + 64, true), 64) - 2;
    if (bytes <= 0) continue;
    const name = new Uint8Array(sector.buffer, sector.byteOffset + at, bytes);
    names.add(new TextDecoder('utf-16le').decode(name));
  }
}

async function bytesAt(file: Blob, start: number, length: number): Promise<DataView> {
  const view = new DataView(await file.slice(start, start + length).arrayBuffer());
  // The last sector of a file is sometimes not written to its end; the directory is never that short.
  if (view.byteLength < length && view.byteLength < ENTRY_BYTES * 2) throw damaged('cut-off');
  if (view.byteLength === length) return view;
  const padded = new Uint8Array(length);
  padded.set(new Uint8Array(view.buffer));
  return new DataView(padded.buffer);
}
