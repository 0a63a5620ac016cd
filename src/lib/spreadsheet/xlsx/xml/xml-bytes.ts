import { asciiBytes, startsAt } from '#lib/spreadsheet/text/bytes.ts';

/** Length, first and last byte of a name with its prefix: enough to tell what closes something else. */
export function nameMark(bytes: Uint8Array, start: number, end: number): number {
  return ((end - start) << 16) ^ ((bytes[start] ?? 0) << 8) ^ (bytes[end - 1] ?? 0);
}

/** Of an element's name, as XmlScanner’s `opened` and `closes` want it. */
export function markOf(name: string): number {
  return nameMark(asciiBytes(name), 0, name.length);
}

/** Of UTF-8: so many of its bytes begin one. */
export function charactersIn(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) count++;
  return count;
}

/** Whether there is anything beyond ASCII. */
export function hasOthers(bytes: Uint8Array, start: number, end: number): boolean {
  let all = 0;
  for (let at = start; at < end; at++) all |= bytes[at] ?? 0;
  return all >= 0x80;
}

/** Where `wanted` begins first; -1 where it does not stand there whole. */
export function placeOf(wanted: Uint8Array, bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at <= end - wanted.length; at++) if (startsAt(bytes, at, wanted)) return at;
  return -1;
}
