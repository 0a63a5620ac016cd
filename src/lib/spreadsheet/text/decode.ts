import type { TextEncodingName } from '#lib/spreadsheet/spreadsheet.ts';
import { chunks, type Chunk } from './chunks.ts';
import { encodeUtf8 } from './utf-8.ts';
import { utf8Pieces } from './utf-8-pieces.ts';

/** What has to be known of a file to read its text. */
export interface Decodable {
  readonly encoding: TextEncodingName;
  /** Taken for UTF-8 all over, or proven to be. */
  readonly isSound?: boolean;
}

interface TextPiece {
  readonly text: string;
  /** Where it ends in the file, in bytes. */
  readonly end: number;
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
  if (encoding === 'utf-8') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    for await (const { bytes, ...place } of utf8Pieces(file, signal)) yield { text: decoder.decode(bytes), ...place };
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const { bytes, end, last } of chunks(file, signal)) {
    // Node 20 takes Windows-1252 for Latin-1 where a decoder is used without `stream`.
    yield { text: decoder.decode(bytes, { stream: true }) + (last ? decoder.decode() : ''), end, last };
  }
}

/** The same as bytes of UTF-8. Those of a sound file are its own: where they are none in fact, whoever reads them sees. */
export async function* piecesAsUtf8(
  file: Blob,
  { encoding, isSound }: Decodable,
  signal?: AbortSignal
): AsyncGenerator<Chunk> {
  if (encoding === 'utf-8' && isSound) {
    yield* utf8Pieces(file, signal);
    return;
  }
  for await (const { text, ...place } of decodedPieces(file, encoding, signal)) {
    yield { bytes: encodeUtf8(text), ...place };
  }
}

/** The whole text. Keep it to files whose size was checked. */
export async function decodedText(file: Blob, { encoding }: Decodable, signal?: AbortSignal): Promise<string> {
  const pieces: string[] = [];
  for await (const { text } of decodedPieces(file, encoding, signal)) pieces.push(text);
  return pieces.join('');
}

/** The first piece that has any text. */
export async function decodedHead(file: Blob, { encoding }: Decodable, signal?: AbortSignal): Promise<string> {
  let head = '';
  for await (const { text } of decodedPieces(file, encoding, signal)) {
    head = text;
    if (head.length > 0) break;
  }
  return head;
}
