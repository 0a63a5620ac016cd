import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import type { TextEncodingName } from '#lib/spreadsheet/spreadsheet.ts';
import { chunks } from './chunks.ts';
import { utf8Pieces } from './utf-8-pieces.ts';
import type { DecodedText } from './utf-8.ts';

/** What has to be known of a file to read its text. */
export interface Decodable {
  readonly encoding: TextEncodingName;
  /** The text itself, where finding the encoding has decoded it. */
  readonly decoded?: readonly DecodedText[] | undefined;
}

export interface TextPiece extends DecodedText {
  /** Share of the file read so far, 0 to 1. */
  readonly share: number;
  readonly last: boolean;
}

/**
 * The file's text piece by piece, a byte order mark at its start left out. Bytes that mean nothing in the encoding
 * become U+FFFD; characters cut by a piece's end are put together.
 */
export async function* decodedPieces(
  file: Blob,
  { encoding, decoded }: Decodable,
  signal?: AbortSignal
): AsyncGenerator<TextPiece> {
  if (decoded !== undefined) {
    yield* piecesOf(decoded, signal);
    return;
  }
  if (encoding === 'utf-8') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    for await (const { bytes, end, last } of utf8Pieces(file, signal)) {
      const text = decoder.decode(bytes);
      yield {
        text,
        utf8: text.includes('\ufffd') ? undefined : bytes,
        share: file.size === 0 ? 1 : end / file.size,
        last
      };
    }
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const { bytes, end, last } of chunks(file, signal)) {
    // Node 20 takes Windows-1252 for Latin-1 where a decoder is used without `stream`.
    const text = decoder.decode(bytes, { stream: true }) + (last ? decoder.decode() : '');
    yield { text, share: file.size === 0 ? 1 : end / file.size, last };
  }
}

/** The whole text. Keep it to files whose size was checked. */
export async function decodedText(file: Blob, decodable: Decodable, signal?: AbortSignal): Promise<string> {
  const pieces: string[] = [];
  for await (const { text } of decodedPieces(file, decodable, signal)) pieces.push(text);
  return pieces.join('');
}

async function* piecesOf(decoded: readonly DecodedText[], signal?: AbortSignal): AsyncGenerator<TextPiece> {
  for (const [at, { text, utf8 }] of decoded.entries()) {
    await pauseWhenDue(signal);
    yield { text, utf8, share: (at + 1) / decoded.length, last: at + 1 === decoded.length };
  }
}
