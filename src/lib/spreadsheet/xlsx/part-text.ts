import type { SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { damaged, Refusal } from '#lib/spreadsheet/refusal.ts';
import { endOfCharacters, joined } from '#lib/spreadsheet/text/bytes.ts';
import type { ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { entryBytes, entryStream, type InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';

/** Bytes decoded in one go: more would be kept where engines put what is large, which costs several times as much. */
const WINDOW = 64 * 1024;

export interface PartReading {
  readonly file: Blob;
  readonly limits: SpreadsheetLimits;
  readonly signal?: AbortSignal | undefined;
  /** Of large parts; absent: the same thread. */
  readonly inflate?: InflateEntry | undefined;
}

/** A window of a part's text, and the bytes of the part read with it. */
export interface TextWindow {
  readonly text: string;
  readonly bytes: number;
}

/** The text of a large part, window by window; ending the loop early ends the inflating too. */
export async function* partWindows(entry: ZipEntry, reading: PartReading): AsyncGenerator<TextWindow, void> {
  const { file, limits, signal, inflate = entryStream } = reading;
  const reader = inflate(file, entry, limits, signal).getReader();
  try {
    let decode: Decode | undefined;
    let pieces: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (value !== undefined) {
        pieces.push(value);
        size += value.length;
      }
      if (!done && size < WINDOW) continue;
      const bytes = joined(pieces);
      decode ??= decoderOf(bytes, entry.name);
      yield { text: decode(bytes, done), bytes: size };
      if (done) return;
      pieces = [];
      size = 0;
    }
  } finally {
    await reader.cancel();
  }
}

/** The whole text of a small part. Throws Refusal: as `entryBytes`, damaged (xml), unsupported-encoding. */
export async function partText(entry: ZipEntry, reading: PartReading): Promise<string> {
  const bytes = await entryBytes(reading.file, entry, reading.limits, reading.signal);
  return decoderOf(bytes, entry.name)(bytes, true);
}

type Decode = (bytes: Uint8Array, last: boolean) => string;

/** By byte order mark, by the zero bytes around the first `<`, or by the XML declaration (XML 1.0, appendix F). */
function decoderOf(start: Uint8Array, part: string): Decode {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return otherDecoder('utf-16le', part);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return otherDecoder('utf-16be', part);
  const declaration = String.fromCharCode(...start.subarray(0, 200));
  const encoding = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(declaration)?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(encoding) || /^utf-?16/i.test(encoding) ? utf8Decoder(part) : otherDecoder(encoding, part);
}

function otherDecoder(encoding: string, part: string): Decode {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Refusal({ code: 'unsupported-encoding', encoding });
  }
  return (bytes, last) => decoded(() => decoder.decode(bytes, { stream: !last }), part);
}

/** Cuts between characters itself: decoders are far faster where they need not keep a state. */
function utf8Decoder(part: string): Decode {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let kept: Uint8Array = new Uint8Array(0);
  let begun = false;
  return (bytes, last) => {
    const all = joined([kept, bytes]);
    const end = last ? all.length : endOfCharacters(all);
    kept = all.slice(end);
    const text = decoded(() => decoder.decode(all.subarray(0, end)), part);
    const withoutMark = !begun && text.startsWith('\uFEFF') ? text.slice(1) : text;
    begun = true;
    return withoutMark;
  };
}

function decoded(decode: () => string, part: string): string {
  try {
    return decode();
  } catch {
    throw damaged('xml', part);
  }
}
