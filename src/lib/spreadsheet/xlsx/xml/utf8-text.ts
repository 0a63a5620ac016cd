const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Decoders take a fifth of a microsecond to begin. */
const SHORT = 12;

/** The text of bytes from `start` up to but not including `end`. Throws TypeError where they are no UTF-8. */
export function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}
