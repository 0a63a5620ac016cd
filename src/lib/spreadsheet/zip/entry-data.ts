import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { damaged, Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

const LOCAL_HEADER_SIGNATURE = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
/** Deflate's greatest ratio is 1032:1, so one such piece inflates to 16 MB at most in a single step. */
const PIECE = 16 * 1024;
/** Read from the file at once. */
const READ = 512 * 1024;

type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/** What has to be known of an entry to inflate it: no bytes of the directory. */
export type EntryPlace = Omit<ZipEntry, 'flags' | 'record'>;

/** Who inflates the large parts of a file: `entryStream` in the same thread, or whoever gives the same. */
export type InflateEntry = (
  file: Blob,
  entry: EntryPlace,
  limits: SpreadsheetLimits,
  signal?: AbortSignal
) => ByteStream;

/** The entry's bytes exactly as they are in the file, compressed or not. Throws Refusal: damaged (directory, overlap). */
export async function rawEntryBlob(file: Blob, entry: EntryPlace): Promise<Blob> {
  const headerEnd = entry.localHeaderOffset + LOCAL_HEADER_SIZE;
  const header = new DataView(await file.slice(entry.localHeaderOffset, headerEnd).arrayBuffer());
  if (header.byteLength < LOCAL_HEADER_SIZE) throw damaged('cut-off', entry.name);
  if (header.getUint32(0, true) !== LOCAL_HEADER_SIGNATURE) throw damaged('directory', entry.name);
  const start = headerEnd + header.getUint16(26, true) + header.getUint16(28, true);
  const end = start + entry.compressedSize;
  if (end > entry.roomEnd) throw damaged('overlap', entry.name);
  return file.slice(start, end);
}

/**
 * The entry's own bytes, inflated, read only as fast as they are taken. The stream errors with a Refusal: too-large,
 * damaged (compression, checksum, directory, overlap); and with the signal's reason once it is aborted.
 */
export function entryStream(
  file: Blob,
  entry: EntryPlace,
  limits: SpreadsheetLimits = spreadsheetLimits,
  signal?: AbortSignal
): ByteStream {
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  let size = 0;
  let checksum = 0;
  const close = (reason?: unknown): void => void reader?.cancel(reason).catch(() => undefined);
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          signal?.throwIfAborted();
          reader ??= (await openEntry(file, entry, limits)).getReader();
          const piece = await nextPiece(reader, entry);
          signal?.throwIfAborted();
          if (piece === undefined) {
            if (size !== entry.uncompressedSize) throw damaged('compression', entry.name);
            if (checksum !== entry.crc32) throw damaged('checksum', entry.name);
            controller.close();
            return;
          }
          size += piece.length;
          if (size > entry.uncompressedSize) throw damaged('compression', entry.name);
          checksum = crc32(piece, checksum);
          controller.enqueue(piece);
        } catch (error) {
          close(error);
          controller.error(error);
        }
      },
      cancel: close
    },
    { highWaterMark: 0 }
  );
}

/** The whole entry, for parts that are small. Throws Refusal as `entryStream` errors. */
export async function entryBytes(
  file: Blob,
  entry: ZipEntry,
  limits: SpreadsheetLimits = spreadsheetLimits,
  signal?: AbortSignal
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.uncompressedSize > limits.smallPartBytes) throw tooLarge('unpacked-bytes', limits.smallPartBytes);
  const reader = entryStream(file, entry, limits, signal).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) pieces.push(read.value);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

async function openEntry(file: Blob, entry: EntryPlace, limits: SpreadsheetLimits): Promise<ByteStream> {
  const { method, compressedSize, uncompressedSize } = entry;
  if (method !== STORED && method !== DEFLATED) throw damaged('compression', entry.name);
  if (method === STORED && compressedSize !== uncompressedSize) throw damaged('compression', entry.name);
  // What the directory declares is checked here, and that no more than it declares comes out in `entryStream`.
  if (uncompressedSize > limits.partBytes) throw tooLarge('unpacked-bytes', limits.partBytes);
  if (uncompressedSize > limits.packedRatioFrom && uncompressedSize > compressedSize * limits.packedRatio) {
    throw tooLarge('unpacked-bytes', limits.packedRatioFrom);
  }
  const raw = await rawEntryBlob(file, entry);
  // Some writers leave an empty part without even deflate's end mark.
  if (method === STORED || compressedSize === 0) return raw.stream();
  return inflated(raw);
}

async function nextPiece(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  entry: EntryPlace
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return (await reader.read()).value;
  } catch (error) {
    if (error instanceof DOMException) throw error;
    // Browsers say it with a TypeError, Node with an Error of zlib's.
    throw new Refusal({ code: 'damaged', detail: 'compression', part: entry.name });
  }
}

/** Without pipes: each of them costs a turn for each piece. */
function inflated(raw: Blob): ByteStream {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  // What goes wrong here, whoever reads hears of it too.
  const write = async (): Promise<void> => {
    let next = raw.slice(0, READ).arrayBuffer();
    for (let at = READ; at < raw.size + READ; at += READ) {
      const bytes = new Uint8Array(await next);
      // The file's next bytes are read while these are inflated.
      next = raw.slice(at, at + READ).arrayBuffer();
      next.catch(() => undefined);
      for (let piece = 0; piece < bytes.length; piece += PIECE) {
        await writer.ready;
        writer.write(bytes.subarray(piece, piece + PIECE)).catch(() => undefined);
      }
    }
    await writer.close();
  };
  write().catch((error: unknown) => writer.abort(error).catch(() => undefined));
  return readable;
}
