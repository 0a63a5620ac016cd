import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { encodeText, markOf } from './encode.ts';

export interface WrittenText<Format extends TextFormat = TextFormat> {
  readonly file: Blob;
  /** As it was written: UTF-8 with a byte order mark where the wanted encoding lacks a character. */
  readonly format: Format;
}

/** Puts pieces of text together into a file in the wanted encoding. */
export function writtenText<Format extends TextFormat>(pieces: readonly string[], format: Format): WrittenText<Format> {
  const parts: Uint8Array<ArrayBuffer>[] = format.byteOrderMark ? [markOf(format.encoding)] : [];
  for (const piece of pieces) {
    const bytes = encodeText(piece, format.encoding);
    // The mark tells Excel that it is UTF-8; without one it would take it for the system's old encoding.
    if (bytes === undefined) return writtenText(pieces, { ...format, encoding: 'utf-8', byteOrderMark: true });
    parts.push(bytes);
  }
  return { file: new Blob(parts), format };
}
