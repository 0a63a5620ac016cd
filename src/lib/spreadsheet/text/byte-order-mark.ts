import { Refusal } from '#lib/spreadsheet/refusal.ts';
import type { TextEncodingName } from '#lib/spreadsheet/spreadsheet.ts';

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/**
 * The encoding that a byte order mark at the file's start names, if there is one.
 * Throws Refusal: unsupported-encoding for UTF-32, which no browser decodes.
 */
export function encodingByMark(head: Uint8Array): TextEncodingName | undefined {
  // Before UTF-16LE, whose mark it begins with: a UTF-16 text that begins with a NUL is not to be expected.
  if (startsWith(head, [0xff, 0xfe, 0, 0])) throw unsupported('utf-32le');
  if (startsWith(head, [0, 0, 0xfe, 0xff])) throw unsupported('utf-32be');
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be';
  return undefined;
}

export const byteOrderMarks: Readonly<Partial<Record<TextEncodingName, readonly number[]>>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff]
};

export function hasMark(head: Uint8Array, encoding: TextEncodingName): boolean {
  const mark = byteOrderMarks[encoding];
  return mark !== undefined && startsWith(head, mark);
}

export function unsupported(encoding: string): Refusal {
  return new Refusal({ code: 'unsupported-encoding', encoding });
}
