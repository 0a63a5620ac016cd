import type { TextEncodingName } from '#lib/spreadsheet/spreadsheet.ts';
import { chunks } from './chunks.ts';

export interface TextPiece {
  readonly text: string;
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
  encoding: TextEncodingName,
  signal?: AbortSignal
): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding);
  for await (const { bytes, end, last } of chunks(file, signal)) {
    // Node 20 takes Windows-1252 for Latin-1 where a decoder is used without `stream`.
    const text = decoder.decode(bytes, { stream: true }) + (last ? decoder.decode() : '');
    yield { text, share: file.size === 0 ? 1 : end / file.size, last };
  }
}

/** The whole text. Keep it to files whose size was checked. */
export async function decodedText(file: Blob, encoding: TextEncodingName, signal?: AbortSignal): Promise<string> {
  const pieces: string[] = [];
  for await (const { text } of decodedPieces(file, encoding, signal)) pieces.push(text);
  return pieces.join('');
}
