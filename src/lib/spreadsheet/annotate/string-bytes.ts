const LESS = 60;
const SLASH = 47;
const EXCLAMATION = 33;
const QUESTION = 63;
const encoder = new TextEncoder();
const OPENING = encoder.encode('<si>');
const CLOSING = encoder.encode('</si>');

/** A shared string as it stands in the bytes of its part: see [Note: rows as bytes]. */
export class StringBytes {
  start = 0;
  end = 0;
  readonly isPlain = true;

  /** As RowBytes.find; an item that is written otherwise than `<si>…</si>` is left to a closer look, with all after it. */
  find(bytes: Uint8Array, from: number): 'found' | 'more' | 'other' {
    this.start = bytes.indexOf(LESS, from);
    if (this.start < 0 || this.start + OPENING.length > bytes.length) return 'more';
    if (!isText(bytes, this.start, OPENING)) return 'other';
    const sure = bytes.length - CLOSING.length;
    for (let at = this.start + OPENING.length; at < sure; at++) {
      if (bytes[at] !== LESS) continue;
      const next = bytes[at + 1];
      if (next === EXCLAMATION || next === QUESTION) return 'other';
      if (next !== SLASH || !isText(bytes, at, CLOSING)) continue;
      this.end = at + CLOSING.length;
      return 'found';
    }
    return 'more';
  }
}
export function isText(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let place = 0; place < text.length; place++) if (bytes[at + place] !== text[place]) return false;
  return true;
}
