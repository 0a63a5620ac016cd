import type { SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { damaged, Refusal } from '#lib/spreadsheet/refusal.ts';
import type { ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { entryBytes, entryStream, type InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';

/** Bytes scanned in one go: few enough to stay in the processor's cache. */
const WINDOW = 64 * 1024;

export interface PartReading {
  readonly file: Blob;
  readonly limits: SpreadsheetLimits;
  readonly signal?: AbortSignal | undefined;
  /** Of large parts; absent: the same thread. */
  readonly inflate?: InflateEntry | undefined;
}

/** A window of a part as UTF-8, whatever its encoding, and the bytes of the part read with it. */
export interface PartWindow {
  readonly pieces: readonly Uint8Array[];
  readonly bytes: number;
}

/**
 * A large part, window by window; ending the loop early ends the inflating too. What the part says is UTF-8 comes as it
 * is: whoever decodes it finds out whether it is.
 */
export async function* partWindows(entry: ZipEntry, reading: PartReading): AsyncGenerator<PartWindow, void> {
  const { file, limits, signal, inflate = entryStream } = reading;
  const reader = inflate(file, entry, limits, signal).getReader();
  try {
    let decode: Decode | undefined;
    let begun = false;
    let pieces: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (value !== undefined) {
        pieces.push(value);
        size += value.length;
      }
      if (!done && size < WINDOW) continue;
      if (!begun) decode = otherDecoder(pieces, entry.name);
      begun = true;
      yield { pieces: decode === undefined ? pieces : asUtf8(pieces, decode, done), bytes: size };
      if (done) return;
      pieces = [];
      size = 0;
    }
  } finally {
    await reader.cancel();
  }
}

/** A small part as UTF-8. Throws Refusal: as `entryBytes`, damaged (xml), unsupported-encoding. */
export async function partUtf8(entry: ZipEntry, reading: PartReading): Promise<Uint8Array> {
  const bytes = await entryBytes(reading.file, entry, reading.limits, reading.signal);
  const decode = otherDecoder([bytes], entry.name);
  return decode === undefined ? bytes : encoder.encode(decode(bytes, true));
}

type Decode = (bytes: Uint8Array, last: boolean) => string;

const encoder = new TextEncoder();

function asUtf8(pieces: readonly Uint8Array[], decode: Decode, last: boolean): Uint8Array[] {
  const end = new Uint8Array(0);
  return [...pieces, end].map((piece) => encoder.encode(decode(piece, last && piece === end)));
}

/**
 * By byte order mark, by the zero bytes around the first `<`, or by the XML declaration (XML 1.0, appendix F); none for
 * UTF-8.
 */
function otherDecoder(start: readonly Uint8Array[], part: string): Decode | undefined {
  const head = start.flatMap((piece) => Array.from(piece.subarray(0, 200)));
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return decoder('utf-16le', part);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return decoder('utf-16be', part);
  const declaration = String.fromCharCode(...head.slice(0, 200));
  const encoding = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(declaration)?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(encoding) || /^utf-?16/i.test(encoding) ? undefined : decoder(encoding, part);
}

function decoder(encoding: string, part: string): Decode {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Refusal({ code: 'unsupported-encoding', encoding });
  }
  return (bytes, last) => decoded(() => decoder.decode(bytes, { stream: !last }), part);
}

/** What `decode` gives; Refusal damaged (xml) where it throws: bytes that are not what the part says they are. */
export function decoded<T>(decode: () => T, part: string): T {
  try {
    return decode();
  } catch {
    throw damaged('xml', part);
  }
}
