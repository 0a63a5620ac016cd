import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { damaged, orFailure, Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import type { FileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { findEndRecord } from './end-record.ts';
import { readEntries } from './entries.ts';

/** One part of the package, as the central directory tells it (APPNOTE.TXT 4.3.12). */
export interface ZipEntry {
  /** As written, never resolved against any folder. */
  readonly name: string;
  /** 0 stored, 8 deflated; others are listed but cannot be read. */
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  /** Where the local header stands in the file, bytes in front of the archive included. */
  readonly localHeaderOffset: number;
  /** Where the next entry or the directory begins: the entry's data end there at the latest. */
  readonly roomEnd: number;
  /** The central record's bytes, to be copied as they are (its own offset field excepted). */
  readonly record: Uint8Array<ArrayBuffer>;
}

export interface ZipDirectory {
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** Bytes in front of the archive (a self-extractor's code): 0 in all usual files. */
  readonly leadingBytes: number;
  /**
   * The entry of that name. Backslashes count as slashes, a leading slash as none; where no entry has the very name,
   * the first that differs only in case. Of two entries with the same name the later one, as other readers take it.
   */
  find(name: string): ZipEntry | undefined;
}

/**
 * Reads the central directory, from the file's end.
 * Refuses with too-large, damaged (cut-off, directory, overlap) or encrypted.
 */
export function readDirectory(
  file: Blob,
  limits: SpreadsheetLimits = spreadsheetLimits
): Promise<ZipDirectory | FileFailure> {
  return orFailure(() => loadDirectory(file, limits));
}

/** As `readDirectory`, but throws its refusals: for the inside of this room. */
export async function loadDirectory(file: Blob, limits: SpreadsheetLimits = spreadsheetLimits): Promise<ZipDirectory> {
  if (file.size === 0) throw new Refusal({ code: 'empty-file' });
  if (file.size > limits.fileBytes) throw tooLarge('file-bytes', limits.fileBytes);
  const end = await findEndRecord(file);
  if (end.entryCount * LEAST_RECORD > end.directorySize) throw damaged('directory');
  const leadingBytes = end.recordOffset - end.directorySize - end.directoryOffset;
  if (leadingBytes < 0) throw damaged('directory');
  if (end.entryCount > limits.parts) throw tooLarge('parts', limits.parts);
  if (end.directorySize > limits.directoryBytes) throw tooLarge('parts', limits.parts);
  const start = end.directoryOffset + leadingBytes;
  const bytes = new Uint8Array(await file.slice(start, start + end.directorySize).arrayBuffer());
  const entries = readEntries(bytes, { count: end.entryCount, leadingBytes, directoryStart: start });
  if (entries.some((entry) => (entry.flags & ENCRYPTED) !== 0)) throw new Refusal({ code: 'encrypted' });
  return { entries, leadingBytes, find: finder(entries) };
}

const LEAST_RECORD = 46;
/** General purpose bits 0 (encrypted), 6 (strong encryption), 13 (masked headers). */
const ENCRYPTED = 0x2041;

export function normalizedName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function finder(entries: readonly ZipEntry[]): ZipDirectory['find'] {
  const byName = new Map<string, ZipEntry>();
  const byFoldedName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const name = normalizedName(entry.name);
    byName.set(name, entry);
    const folded = name.toLowerCase();
    if (!byFoldedName.has(folded)) byFoldedName.set(folded, entry);
  }
  return (name) => byName.get(normalizedName(name)) ?? byFoldedName.get(normalizedName(name).toLowerCase());
}
