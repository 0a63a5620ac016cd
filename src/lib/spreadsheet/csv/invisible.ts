import { decodeUtf8, encodeUtf8 } from '#lib/spreadsheet/text/utf-8.ts';

/** NULs, which no cell means, and byte order marks in the middle, from files that were put together. */
export const INVISIBLE = /[\0\ufeff]/g;

const MARK = [0xef, 0xbb, 0xbf] as const;

/** The same text without them, and how many there were. Throws Misread. */
export function withoutInvisible(bytes: Uint8Array<ArrayBuffer>): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly removed: number;
} {
  if (!bytes.includes(0) && !hasMark(bytes)) return { bytes, removed: 0 };
  const text = decodeUtf8(bytes);
  const visible = text.replace(INVISIBLE, '');
  return { bytes: encodeUtf8(visible), removed: text.length - visible.length };
}

function hasMark(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(MARK[0]); at >= 0; at = bytes.indexOf(MARK[0], at + 1)) {
    if (bytes[at + 1] === MARK[1] && bytes[at + 2] === MARK[2]) return true;
  }
  return false;
}
