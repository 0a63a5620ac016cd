/** The pieces as one. Not copied where they lie side by side already, so whoever gets it must not write into it. */
export function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer>;
export function joined(pieces: readonly Uint8Array[]): Uint8Array;
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const filled = pieces.filter(({ length }) => length > 0);
  const [first] = filled;
  if (first === undefined) return new Uint8Array(0);
  const length = filled.reduce((sum, piece) => sum + piece.length, 0);
  if (lieSideBySide(filled)) return new Uint8Array(first.buffer, first.byteOffset, length);
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of filled) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function lieSideBySide(pieces: readonly Uint8Array[]): boolean {
  return pieces.every((piece, at) => {
    const before = pieces[at - 1];
    if (before === undefined) return true;
    return piece.buffer === before.buffer && piece.byteOffset === before.byteOffset + before.length;
  });
}

/** Where in UTF-8 the last character begins that is not whole; the length where all are. */
export function endOfCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const wanted = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return wanted > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Whether it is a later byte of a character of UTF-8. */
export function isInCharacter(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** The byte of UTF-8 that begins so many UTF-16 units behind the one at `start`. */
export function afterUnits(bytes: Uint8Array, start: number, units: number): number {
  let at = start;
  for (let left = units; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 && byte < 0xc0) continue;
    if (left <= 0) break;
    left -= byte < 0xf0 ? 1 : 2;
  }
  return at;
}

export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function startsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let place = 0; place < wanted.length; place++) if (bytes[at + place] !== wanted[place]) return false;
  return true;
}
